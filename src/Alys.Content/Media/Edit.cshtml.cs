namespace Alys.Content.Media;

[Needs(Rights.Write)]
internal sealed class EditModel : MediaPage
{
    [BindProperty] public MediaForm Form { get; set; } = new();

    public async Task<IActionResult> OnGet()
    {
        if (!await FindMedia()) return NotFound();
        Form = MediaForm.Of(Media);
        return Page();
    }

    private async Task<IActionResult> Show() => await FindMedia() ? Page() : NotFound();

    public Task<IActionResult> OnPost() => Act(async act =>
    {
        await FoundMedia();
        var before = Media.Said;
        Media.Describe(Form);
        act.Wrote("content.media.described", Media, Pack.Scope, before: before, after: Media.Said);
        return Done(At("show"), "content.media.described");
    }, Show);
}
