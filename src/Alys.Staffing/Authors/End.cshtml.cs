using Alys.Access;

namespace Alys.Staffing;

[Needs(StaffingRights.Assign)]
internal sealed class EndAuthorModel(Duties duties) : AppPage
{
    [BindProperty(SupportsGet = true)] public int No { get; set; }
    [BindProperty] public DateOnly? Last { get; set; }
    public string Name { get; private set; } = "";

    public async Task<IActionResult> OnGet()
    {
        if (await Db.Authors.AsNoTracking().FirstOrDefaultAsync(a => a.No == No, Ct) is not { } author) return NotFound();
        Name = await Db.Set<PersonRow>().Where(p => p.Id == author.PersonId).Select(p => p.Name).SingleAsync(Ct);
        Last ??= DateOnly.FromDateTime(Texts.Local(Now));
        return Page();
    }

    public Task<IActionResult> OnPost() => Act(async act =>
    {
        if (await act.Db.Authors.FirstOrDefaultAsync(a => a.No == No, Ct) is not { } author) return NotFound();
        await duties.End(act, author, Last ?? throw new Refusal("platform.refusal.value-missing") { Field = "Last" });
        return Done("/staffing/authors", "staffing.duty.ended");
    }, OnGet);
}
