namespace Alys.Institution;

/// <summary>Takes a day out of the calendar.</summary>
[Needs(InstitutionRights.Edit)]
internal sealed class RemoveDayModel : AppPage
{
    [FromRoute] public int No { get; set; }
    public CalendarDay Day { get; private set; } = null!;

    public async Task<IActionResult> OnGet()
    {
        if (await Db.CalendarDays.AsNoTracking().FirstOrDefaultAsync(d => d.No == No, Ct) is not { } day) return NotFound();
        Day = day;
        return Page();
    }

    public Task<IActionResult> OnPost() => Act(async act =>
    {
        if (await act.Db.CalendarDays.FirstOrDefaultAsync(d => d.No == No, Ct) is not { } day) return NotFound();
        day.Remove(act);
        return Done(string.Create(CultureInfo.InvariantCulture, $"/institution/days?year={day.Day.Year}"), "institution.day.removed");
    }, OnGet);
}
