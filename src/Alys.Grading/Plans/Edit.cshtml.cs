namespace Alys.Grading.Plans;

/// <summary>Gives a control event another title, weight or last day.</summary>
[Needs(Rights.Plan)]
internal sealed class EditModel : PlanPage
{
    [FromRoute] public int E { get; set; }
    [BindProperty] public EventForm Form { get; set; } = new();
    public ControlEvent Event { get; private set; } = null!;

    public async Task<IActionResult> OnGet()
    {
        if (!await Find() || await Db.ControlEvents.AsNoTracking().FirstOrDefaultAsync(e => e.No == E && e.CourseId == Course.Id && e.RemovedAt == null, Ct) is not { } found) return NotFound();
        Event = found;
        if (!Request.HasFormContentType) Form = EventForm.Of(found);
        return Page();
    }

    public Task<IActionResult> OnPost() => Act(async act =>
    {
        if (!await Find()) return NotFound();
        var plan = await ControlPlan.ForChange(act, Course.Id);
        if (plan.Events.FirstOrDefault(e => e.No == E) is not { } edited) return NotFound();
        plan.Edit(act, edited, Form.Wish());
        return Done(Here, "grading.event.saved");
    }, OnGet);
}
