using System.Text.Encodings.Web;
using Alys.Communication.Courses;

namespace Alys.Communication.Forum;

[Needs(Rights.TakePart, Rights.Oversee)]
internal sealed class ShowModel(CommunicationOptions options, HtmlEncoder encoder, Lane lane, Pulses pulses) : AppPage
{
    [FromRoute] public int S { get; set; }
    [FromRoute(Name = "t")] public int No { get; set; }
    [FromQuery(Name = "p")] public int? Page0 { get; set; }
    [BindProperty] public string? Text { get; set; }

    public CourseView Course { get; private set; } = null!;
    public ForumThread Thread { get; private set; } = null!;
    public IReadOnlyList<PostView> Posts { get; private set; } = [];
    public int PageNo { get; private set; }
    public int LastPage => ForumThread.PageOf(Thread.LastPostNo);
    public bool MayReply => Thread.ClosedAt is null && Course.Lets(Reader, Rights.TakePart);
    public bool MayArrange => Course.Lets(Reader, Rights.Moderate);

    public string Html(PostView post) => post.Html(Reader, T, encoder, MayEdit(post) ? $"/s/{S}/f/{No}/{post.No}" : null);

    public async Task<IActionResult> OnGet()
    {
        if (await Service<KnownCourses>().Find(Db, S, Reader) is not { } course || await OfNumber(Db, course.Id, No, Reader.PersonId) is not { } found) return NotFound();
        (Course, Thread) = (course, found.Thread);
        // Without a wish: where the reader's first unread post stands.
        PageNo = Math.Clamp(Page0 ?? ForumThread.PageOf(Math.Min(found.Seen + 1, Thread.LastPostNo)), 1, LastPage);
        var (first, last) = ((PageNo - 1) * ForumThread.PageSize + 1, PageNo * ForumThread.PageSize);
        Posts = await PostView.Range(Db, Course.Id, Thread.Id, first, last).ToListAsync(Ct);
        var shown = Posts.Count > 0 ? Posts[^1].No : 0;
        if (shown > found.Seen)
        {
            await ReadMark.Move(lane, Reader, Thread.Id, shown, $"/s/{S}/f/{No}", Now, Ct);
            pulses.Send(Notice.Topic(Reader.PersonId));
        }
        return Page();
    }

    public Task<IActionResult> OnPost() => Act(async act =>
    {
        if (await act.FindThread(S, No) is not var (course, thread)) return NotFound();
        var post = await thread.Reply(act, course, Text, Request.Form["_key"].ToString() is { Length: > 0 and <= 40 } key ? key : null);
        return Done($"/s/{S}/f/{No}?p={ForumThread.PageOf(post.No)}#p{post.No}");
    }, OnGet);

    private static readonly Func<Db, Guid, int, Guid, Task<Found?>> OfNumber = EF.CompileAsyncQuery((Db db, Guid course, int no, Guid person) =>
        db.Set<ForumThread>().AsNoTracking().Where(t => t.CourseId == course && t.No == no)
            .Select(t => new Found(t, db.Set<ReadMark>().Where(m => m.PersonId == person && m.ThreadId == t.Id).Max(m => (int?)m.PostNo) ?? 0)).FirstOrDefault());

    private sealed record Found(ForumThread Thread, int Seen);

    private bool MayEdit(PostView post) => post.ByPersonId == Reader.PersonId && Now < post.At.AddMinutes(options.EditMinutes) && Thread.ClosedAt is null;
}
