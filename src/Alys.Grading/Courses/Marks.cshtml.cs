namespace Alys.Grading.Courses;

/// <summary>All marks of a course, for its teacher and examiner.</summary>
[Needs(Rights.Enter, Rights.Check)]
internal sealed class MarksModel : AppPage
{
    [FromRoute] public int S { get; set; }
    public CourseHead Course { get; private set; } = null!;
    public CourseMarks? Marks { get; private set; }
    public GradeSheet? Sheet { get; private set; }
    public bool IsFrozen => Sheet?.MayBeReopened == true;
    public bool MayEnter => !IsFrozen && Reader.May(Rights.Enter, Course.Scope);
    public bool MayPlan => Reader.May(Rights.Plan, Course.Scope);

    public async Task<IActionResult> OnGet()
    {
        var course = await CourseHead.Of(Db, Reader, Rights.Enter, S, Ct) ?? await CourseHead.Of(Db, Reader, Rights.Check, S, Ct);
        if (course is null) return NotFound();
        Course = course;
        Sheet = await Db.GradeSheets.AsNoTracking().Include(s => s.Steps).FirstOrDefaultAsync(s => s.CourseId == course.Id, Ct);
        Marks = await CourseMarks.Load(Db, course, new Settling(Service<GradingOptions>().Rounding, Now), Ct);
        return Page();
    }

    public string Percent(decimal? percent) => percent is { } p ? T.Number(p) : "–";
}
