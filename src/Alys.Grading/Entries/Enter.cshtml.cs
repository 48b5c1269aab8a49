using Alys.Communication;

namespace Alys.Grading.Entries;

/// <summary>Enters marks of one event by hand, for the learners of the course at once, with the ground. Marks of tests and reviews may be corrected so, too.</summary>
[Needs(Rights.Enter)]
internal sealed class EnterModel : AppPage
{
    [FromRoute] public int S { get; set; }
    [FromRoute] public int E { get; set; }
    /// <summary>By number of the person: a percentage, or nothing where it stays as it is.</summary>
    [BindProperty] public Dictionary<int, string?> Marks { get; set; } = [];
    [BindProperty] public string? Reason { get; set; }
    public CourseMarks Course { get; private set; } = null!;
    public ControlEvent Event { get; private set; } = null!;

    public async Task<IActionResult> OnGet()
    {
        if (await CourseHead.Of(Db, Reader, Rights.Enter, S, Ct) is not { } head) return NotFound();
        if (await CourseMarks.Load(Db, head, new Settling(Service<GradingOptions>().Rounding, Now), Ct) is not { } course) return NotFound();
        if (course.Plan.Events.FirstOrDefault(e => e.No == E) is not { } found) return NotFound();
        (Course, Event) = (course, found);
        return Page();
    }

    public Task<IActionResult> OnPost() => Act(async act =>
    {
        if (await OnGet() is NotFoundResult none) return none;
        var entered = 0;
        foreach (var learner in Course.Learners)
        {
            if (Changed(learner) is not { } percent) continue;
            await Ledger.Enter(act, Event, new NewMark(learner.PersonId, percent, MarkSource.Manual) { Reason = Reason });
            await Service<Notices>().Give(act, learner.PersonId, "grading.notice.mark", [Event.Title, percent], $"/s/{S}/grades");
            entered++;
        }
        if (entered == 0) throw new Refusal("grading.refusal.nothing-entered");
        return Done($"/s/{S}/grades/all", "grading.entered");
    }, OnGet);

    public string? Shown(LearnerMarks learner) =>
        Marks.TryGetValue(learner.No, out var typed) ? typed : learner.Marks.GetValueOrDefault(Event.Id) is { } mark ? T.Number(mark.Percent) : null;

    private decimal? Changed(LearnerMarks learner)
    {
        var typed = Marks.GetValueOrDefault(learner.No);
        if (string.IsNullOrWhiteSpace(typed)) return null;
        if (DecimalText.Parse(typed) is not (>= 0 and <= 100) || DecimalText.Parse(typed) is not { } percent || decimal.Round(percent, 2) != percent)
            throw new Refusal("grading.refusal.percent-of", learner.Name) { Field = $"Marks[{learner.No}]" };
        return learner.Marks.GetValueOrDefault(Event.Id)?.Percent == percent ? null : percent;
    }
}
