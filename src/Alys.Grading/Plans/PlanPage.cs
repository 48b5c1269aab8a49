namespace Alys.Grading.Plans;

/// <summary>What the pages of a plan share: the course, found through the reader.</summary>
internal abstract class PlanPage : AppPage
{
    [FromRoute] public int S { get; set; }
    public CourseHead Course { get; private set; } = null!;
    public string Here => $"/grading/plans/{S}";

    public IReadOnlyList<Crumb> Trail(string? last) => last is null
        ? Crumb.Trail(new Crumb(T["grading.plans"], "/grading/plans"), new Crumb($"{Course.Code} · {Course.Group}", null))
        : Crumb.Trail(new Crumb(T["grading.plans"], "/grading/plans"), new Crumb($"{Course.Code} · {Course.Group}", Here), new Crumb(last, null));

    protected async Task<bool> Find()
    {
        var found = await CourseHead.Of(Db, Reader, Rights.Plan, S, Ct);
        if (found is not null) Course = found;
        return found is not null;
    }
}
