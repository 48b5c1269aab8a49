namespace Alys.Grading.Sheets;

/// <summary>Opens the grade sheet of a course.</summary>
[Needs(Rights.Enter)]
internal sealed class OpenModel : AppPage
{
    [FromRoute] public int S { get; set; }
    public CourseHead Course { get; private set; } = null!;

    public async Task<IActionResult> OnGet() => await Find() ? Page() : NotFound();

    public Task<IActionResult> OnPost() => Act(async act =>
    {
        if (!await Find()) return NotFound();
        var sheet = await GradeSheet.Open(act, Course, await CourseMarks.PlanOf(Db, Course.Id, Ct));
        return Done($"/grading/sheets/{sheet.No}", "grading.sheet.opened");
    }, OnGet);

    private async Task<bool> Find()
    {
        var found = await CourseHead.Of(Db, Reader, Rights.Enter, S, Ct);
        if (found is not null) Course = found;
        return found is not null;
    }
}
