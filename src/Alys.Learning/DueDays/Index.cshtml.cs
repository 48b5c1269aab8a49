using Alys.Learning.Courses;

namespace Alys.Learning.DueDays;

/// <summary>The last days of the tasks of a course: the plan's and those that were moved.</summary>
[Needs(Rights.SetDays)]
internal sealed class IndexModel : AppPage
{
    [FromRoute] public int S { get; set; }
    public CourseHead Course { get; private set; } = null!;
    public IReadOnlyList<DueTask> Tasks { get; private set; } = [];

    public async Task<IActionResult> OnGet()
    {
        if (await Service<CourseQueries>().Find(Db, S, Reader, Now) is not { IsOpen: true } course || !Reader.May(Rights.SetDays, course.Scope)) return NotFound();
        Course = course;
        Tasks = await DueTask.Of(Db, course, Ct);
        return Page();
    }
}
