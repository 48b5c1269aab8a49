namespace Alys.Content.Media;

/// <summary>Only what no version shows may go: an older version can be taken up again, and then it must be whole.</summary>
[Needs(Rights.Write)]
internal sealed class DeleteModel : MediaPage
{
    public async Task<IActionResult> OnGet() => await FindMedia() ? Page() : NotFound();

    public Task<IActionResult> OnPost() => Act(async act =>
    {
        await FoundMedia();
        if ((await MediaUse.Of(act.Db, Pack.Id, Ct))[Media.Key].FirstOrDefault() is { } use) throw new Refusal("content.refusal.media-used", use.UnitNo, use.Title, use.Version);
        act.Db.Remove(Media);
        act.Wrote("content.media.deleted", Media, Pack.Scope, before: new { Media.No, Media.FileName, Media.Hash, Media.Bytes, Media.Title, Media.Licence });
        return Done($"/content/media/list/{PackNo}", "content.media.deleted");
    }, OnGet);
}
