using Alys.Access;

namespace Alys.Staffing;

[Needs(StaffingRights.Assign)]
internal sealed class EndAssignmentModel(Duties duties) : AppPage
{
    [BindProperty(SupportsGet = true)] public int No { get; set; }
    [BindProperty] public DateOnly? Last { get; set; }
    public string Name { get; private set; } = "";
    public Duty Duty { get; private set; }

    public async Task<IActionResult> OnGet()
    {
        if (await Db.Assignments.AsNoTracking().FirstOrDefaultAsync(a => a.No == No, Ct) is not { } assignment) return NotFound();
        (Duty, Name) = (assignment.Duty, await Db.Set<PersonRow>().Where(p => p.Id == assignment.PersonId).Select(p => p.Name).SingleAsync(Ct));
        Last ??= DateOnly.FromDateTime(Texts.Local(Now));
        return Page();
    }

    public Task<IActionResult> OnPost() => Act(async act =>
    {
        if (await act.Db.Assignments.FirstOrDefaultAsync(a => a.No == No, Ct) is not { } assignment) return NotFound();
        await duties.End(act, assignment, Last ?? throw new Refusal("platform.refusal.value-missing") { Field = "Last" });
        return Done("/staffing/assignments", "staffing.duty.ended");
    }, OnGet);
}
