namespace Alys.Content.Media;

[Needs(Rights.Write)]
internal sealed class ConvertModel : MediaPage
{
    public async Task<IActionResult> OnGet() => await FindMedia() && Media.IsRecording ? Page() : NotFound();

    public Task<IActionResult> OnPost() => Act(async act =>
    {
        await FoundMedia();
        var conversion = await act.Db.Conversions.FirstOrDefaultAsync(c => c.MediaId == Media.Id, Ct) ?? throw new Refusal("content.refusal.no-media");
        conversion.Again(act);
        act.Wrote("content.media.conversion-asked", Media, Pack.Scope, after: new { Media.No, Media.FileName });
        return Done(At("show"), "content.recording.asked");
    }, OnGet);
}
