using Alys.Communication.Courses;

namespace Alys.Communication.Forum;

[Needs(Rights.TakePart)]
internal sealed class EditModel(CommunicationOptions options) : AppPage
{
    [FromRoute] public int S { get; set; }
    [FromRoute(Name = "t")] public int No { get; set; }
    [FromRoute(Name = "n")] public int PostNo { get; set; }
    [BindProperty] public string? Text { get; set; }

    public CourseView Course { get; private set; } = null!;
    public ForumThread Thread { get; private set; } = null!;
    private Post _post = null!;

    public async Task<IActionResult> OnGet()
    {
        if (!await Find() || _post.ByPersonId != Reader.PersonId) return NotFound();
        if (HttpMethods.IsGet(Request.Method)) Text = _post.Text;
        return Page();
    }

    public Task<IActionResult> OnPost() => Act(async act =>
    {
        if (!await Find() || _post.ByPersonId != Reader.PersonId) return NotFound();
        _post.Edit(act, Course, options, Text);
        return Done($"/s/{S}/f/{No}?p={ForumThread.PageOf(PostNo)}#p{PostNo}");
    }, OnGet);

    private async Task<bool> Find()
    {
        var course = await Db.CoursesFor(Reader).FirstOrDefaultAsync(c => c.No == S, Ct);
        var thread = course is null ? null : await Db.Threads.FirstOrDefaultAsync(t => t.CourseId == course.Id && t.No == No, Ct);
        var post = thread is null ? null : await Db.Posts.FirstOrDefaultAsync(p => p.ThreadId == thread.Id && p.No == PostNo, Ct);
        (Course, Thread, _post) = (course!, thread!, post!);
        return post is not null;
    }
}
