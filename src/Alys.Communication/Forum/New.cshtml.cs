using Alys.Communication.Courses;

namespace Alys.Communication.Forum;

[Needs(Rights.TakePart)]
internal sealed class NewModel : AppPage
{
    [FromRoute] public int S { get; set; }
    [BindProperty] public string? Title { get; set; }
    [BindProperty] public string? Text { get; set; }

    public CourseView Course { get; private set; } = null!;

    public async Task<IActionResult> OnGet() => await Find() && Course.Lets(Reader, Rights.TakePart) ? Page() : NotFound();

    public Task<IActionResult> OnPost() => Act(async act =>
    {
        if (!await Find()) return NotFound();
        var thread = await ForumThread.Start(act, Course, Title, Text);
        return Done($"/s/{S}/f/{thread.No}");
    }, OnGet);

    private async Task<bool> Find() => (Course = (await Db.CoursesFor(Reader).FirstOrDefaultAsync(c => c.No == S, Ct))!) is not null;
}
