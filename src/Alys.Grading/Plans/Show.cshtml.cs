namespace Alys.Grading.Plans;

/// <summary>The control plan of a course: events by part, what their weights sum to, the rule.</summary>
[Needs(Rights.Plan)]
internal sealed class ShowModel : PlanPage
{
    public ControlPlan Plan { get; private set; } = null!;
    public bool IsFrozen { get; private set; }
    public bool MaySeeMarks => Reader.May(Rights.Enter, Course.Scope) || Reader.May(Rights.Check, Course.Scope);

    public async Task<IActionResult> OnGet()
    {
        if (!await Find()) return NotFound();
        Plan = await CourseMarks.PlanOf(Db, Course.Id, Ct) ?? ControlPlan.Of(Course.Id);
        IsFrozen = await Db.GradeSheets.Where(GradeSheet.IsClosed).AnyAsync(s => s.CourseId == Course.Id, Ct);
        return Page();
    }
}
