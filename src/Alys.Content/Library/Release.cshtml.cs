using Alys.Curriculum;

namespace Alys.Content.Library;

/// <summary>A subject no longer uses the resource.</summary>
[Needs(Rights.Library)]
internal sealed class ReleaseModel : AppPage
{
    [BindProperty(SupportsGet = true, Name = "no")] public int No { get; set; }
    [BindProperty(SupportsGet = true, Name = "use")] public Guid Use { get; set; }
    public Resource Resource { get; private set; } = null!;
    public LocalText Subject { get; private set; } = new("");

    public async Task<IActionResult> OnGet()
    {
        if (await Db.FindResource(No, Ct) is not { } found || found.Uses.Find(u => u.Id == Use) is not { } use || !Reader.MayKeepOf(use.SubjectId)) return NotFound();
        Resource = found;
        Subject = (await Db.Set<SubjectRow>().FirstAsync(s => s.Id == use.SubjectId, Ct)).Name();
        return Page();
    }

    public Task<IActionResult> OnPost() => Act(async act =>
    {
        var resource = await act.FoundResource(No);
        resource.Release(act, resource.Uses.Find(u => u.Id == Use && Reader.MayKeepOf(u.SubjectId)) ?? throw new Refusal("content.refusal.no-resource"));
        return Done(Resources.Url("show", No), "content.resource.released");
    }, OnGet);
}
