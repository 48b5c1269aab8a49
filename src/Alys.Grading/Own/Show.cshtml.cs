namespace Alys.Grading.Own;

/// <summary>The learner's own marks in a course, each with its source, and the arithmetic of the grade in words.</summary>
[Needs(Rights.SeeOwn, Rights.Enter, Rights.Check)]
internal sealed class ShowModel : AppPage
{
    [FromRoute] public int S { get; set; }
    public MarksOfOne Marks { get; private set; } = null!;

    public async Task<IActionResult> OnGet()
    {
        var course = Reader.Has(Rights.SeeOwn) ? await Service<KnownHeads>().Of(Db, Reader, S) : null;
        if (course is null) return Reader.Has(Rights.Enter) || Reader.Has(Rights.Check) ? Redirect($"/s/{S}/grades/all") : NotFound();
        Marks = await MarksOfOne.Load(Db, course, Reader.PersonId, new Settling(Service<GradingOptions>().Rounding, Now), Ct);
        return Page();
    }
}
