namespace Alys.Institution;

/// <summary>Puts the national holidays of a year into the calendar at one go.</summary>
[Needs(InstitutionRights.Edit)]
internal sealed class NationalModel : AppPage
{
    [FromRoute] public int Year { get; set; }
    public IReadOnlyList<(DateOnly Day, LocalText Name)> Holidays => NationalHolidays.Of(Year);
    public IReadOnlySet<DateOnly> Noted { get; private set; } = new HashSet<DateOnly>();

    public async Task<IActionResult> OnGet()
    {
        var days = Holidays.Select(h => h.Day).ToArray();
        Noted = (await Db.CalendarDays.Where(d => days.Contains(d.Day)).Select(d => d.Day).ToListAsync(Ct)).ToHashSet();
        return Page();
    }

    public Task<IActionResult> OnPost() => Act(async act =>
    {
        await CalendarDay.NoteNational(act, Year);
        return Done(string.Create(CultureInfo.InvariantCulture, $"/institution/days?year={Year}"), "institution.days.national-done");
    }, OnGet);
}
