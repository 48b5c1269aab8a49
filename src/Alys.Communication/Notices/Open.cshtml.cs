namespace Alys.Communication;

/// <summary>Leads to what a notice is about and takes it as read.</summary>
[SignedIn]
internal sealed class OpenNoticeModel(Lane lane, Pulses pulses) : AppPage
{
    [FromRoute(Name = "n")] public int No { get; set; }

    public async Task<IActionResult> OnGet()
    {
        if (await Db.Notices.AsNoTracking().FirstOrDefaultAsync(n => n.PersonId == Reader.PersonId && n.No == No, Ct) is not { } notice) return NotFound();
        if (notice.ReadAt is null)
        {
            await lane.Write([new("""update communication_notices set "ReadAt"=@p0 where "PersonId"=@p1 and "Url"=@p2 and "ReadAt" is null""", Now, Reader.PersonId, notice.Url)], Ct);
            pulses.Send(Notice.Topic(Reader.PersonId));
        }
        return LocalRedirect(notice.Url);
    }
}
