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
        var marks = Db.ReadMarks.Where(m => m.PersonId == Reader.PersonId);
        var found = await (from t in Db.Threads.AsNoTracking()
                           join c in Db.CoursesFor(Reader) on t.CourseId equals c.Id
                           where c.No == S && t.No == No
                           select new { Thread = t, Course = c, Seen = marks.Where(m => m.ThreadId == t.Id).Max(m => (int?)m.PostNo) ?? 0 }).FirstOrDefaultAsync(Ct);
        if (found is null) return NotFound();
        (Course, Thread) = (found.Course, found.Thread);
        // Without a wish: where the reader's first unread post stands.
        PageNo = Math.Clamp(Page0 ?? ForumThread.PageOf(Math.Min(found.Seen + 1, Thread.LastPostNo)), 1, LastPage);
        var (first, last) = ((PageNo - 1) * ForumThread.PageSize + 1, PageNo * ForumThread.PageSize);
        Posts = await PostView.Of(Db, Course.Id, Db.Posts.Where(p => p.ThreadId == Thread.Id && p.No >= first && p.No <= last)).ToListAsync(Ct);
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

    private bool MayEdit(PostView post) => post.ByPersonId == Reader.PersonId && Now < post.At.AddMinutes(options.EditMinutes) && Thread.ClosedAt is null;
}
