namespace Alys.Grading.Plans;

/// <summary>Takes a control event out of the plan; asks first.</summary>
[Needs(Rights.Plan)]
internal sealed class RemoveModel : PlanPage
{
    [FromRoute] public int E { get; set; }
    public ControlEvent Event { get; private set; } = null!;
    public int Marks { get; private set; }

    public async Task<IActionResult> OnGet()
    {
        if (!await Find() || await Db.ControlEvents.AsNoTracking().FirstOrDefaultAsync(e => e.No == E && e.CourseId == Course.Id && e.RemovedAt == null, Ct) is not { } found) return NotFound();
        Event = found;
        Marks = await Db.GradeEntries.CountAsync(g => g.EventId == found.Id, Ct);
        return Page();
    }

    public Task<IActionResult> OnPost() => Act(async act =>
    {
        if (!await Find()) return NotFound();
        var plan = await ControlPlan.ForChange(act, Course.Id);
        if (plan.Events.FirstOrDefault(e => e.No == E) is not { } removed) return NotFound();
        plan.Remove(act, removed);
        return Done(Here, "grading.event.removed");
    }, OnGet);
}
