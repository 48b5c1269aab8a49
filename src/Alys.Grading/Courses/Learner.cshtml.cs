using Alys.Access;
using Alys.Enrolment;

namespace Alys.Grading.Courses;

/// <summary>One learner's marks with every entry and the arithmetic, for teacher and examiner.</summary>
[Needs(Rights.Enter, Rights.Check)]
internal sealed class LearnerModel : AppPage
{
    [FromRoute] public int S { get; set; }
    [FromRoute] public int P { get; set; }
    public MarksOfOne Marks { get; private set; } = null!;
    public string Name { get; private set; } = "";

    public async Task<IActionResult> OnGet()
    {
        var course = await CourseHead.Of(Db, Reader, Rights.Enter, S, Ct) ?? await CourseHead.Of(Db, Reader, Rights.Check, S, Ct);
        if (course is null) return NotFound();
        var person = await Db.Set<PersonRow>().FirstOrDefaultAsync(p => p.No == P && Db.Set<GroupMemberRow>().Any(m => m.GroupId == course.GroupId && m.PersonId == p.Id), Ct);
        if (person is null) return NotFound();
        Name = person.Name;
        Marks = await MarksOfOne.Load(Db, course, person.Id, new Settling(Service<GradingOptions>().Rounding, Now), Ct);
        return Page();
    }
}
