using Alys.Communication.Courses;

namespace Alys.Communication.Forum;

[Needs(Rights.Moderate)]
internal sealed class ArrangeModel : AppPage
{
    [FromRoute] public int S { get; set; }
    [FromRoute(Name = "t")] public int No { get; set; }
    [BindProperty] public bool Pinned { get; set; }
    [BindProperty] public bool Closed { get; set; }

    public CourseView Course { get; private set; } = null!;
    public ForumThread Thread { get; private set; } = null!;

    public async Task<IActionResult> OnGet()
    {
        if (!await Find()) return NotFound();
        if (HttpMethods.IsGet(Request.Method)) (Pinned, Closed) = (Thread.PinnedAt is not null, Thread.ClosedAt is not null);
        return Page();
    }

    public Task<IActionResult> OnPost() => Act(async act =>
    {
        if (!await Find()) return NotFound();
        Thread.Arrange(act, Course, Pinned, Closed);
        return Done($"/s/{S}/f/{No}", "communication.thread.arranged");
    }, OnGet);

    private async Task<bool> Find()
    {
        var course = await Db.CoursesFor(Reader).FirstOrDefaultAsync(c => c.No == S, Ct);
        var thread = course is null || !course.Lets(Reader, Rights.Moderate) ? null : await Db.Threads.FirstOrDefaultAsync(t => t.CourseId == course.Id && t.No == No, Ct);
        (Course, Thread) = (course!, thread!);
        return thread is not null;
    }
}
