namespace Alys.Content.Media;

[Needs(Rights.Write)]
internal sealed class UncaptionModel : MediaPage
{
    [FromRoute(Name = "language")] public string Language { get; set; } = "";

    public async Task<IActionResult> OnGet() => Packs.PackChoices.Languages.Contains(Language) && await FindMedia() && Media.IsRecording ? Page() : NotFound();

    public Task<IActionResult> OnPost() => Act(async act =>
    {
        await FoundMedia();
        if (await act.Db.MediaCaptions.FirstOrDefaultAsync(c => c.MediaId == Media.Id && c.Language == Language, Ct) is { } caption)
        {
            act.Db.Remove(caption);
            act.Wrote("content.media.uncaptioned", Media, Pack.Scope, before: new { Media.No, Language, caption.Vtt });
        }
        return Done(At("show"), "content.captions.removed");
    }, OnGet);
}
