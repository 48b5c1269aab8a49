namespace Alys.Communication;

[SignedIn]
internal sealed class NoticesModel : AppPage
{
    private const int Most = 50;

    public IReadOnlyList<Notice> Notices { get; private set; } = [];

    public async Task<IActionResult> OnGet()
    {
        Notices = await Db.Notices.AsNoTracking().Where(n => n.PersonId == Reader.PersonId).OrderByDescending(n => n.No).Take(Most).ToListAsync(Ct);
        return Page();
    }

    /// <summary>Takes all of them as read.</summary>
    public async Task<IActionResult> OnPost() => await Act(async act =>
    {
        var unread = await act.Db.Notices.Where(n => n.PersonId == Reader.PersonId && n.ReadAt == null).ToListAsync(Ct);
        foreach (var notice in unread) notice.ReadAt = act.Now;
        if (unread.Count > 0) act.Wrote("communication.notices.read", nameof(Notice), unread.MaxBy(n => n.No)!.Id, person: Reader.PersonId, after: new { unread.Count });
        act.Pulse(Notice.Topic(Reader.PersonId));
        return Done("/communication/notices", "communication.notices.all-read");
    }, OnGet);
}
