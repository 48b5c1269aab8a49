namespace Alys.Institution;

/// <summary>Holidays, days off and moved working days of a calendar year.</summary>
[Needs(InstitutionRights.See)]
internal sealed class DaysModel : AppPage
{
    [FromQuery(Name = "year")] public int? Asked { get; set; }
    public int Year { get; private set; }
    public IReadOnlyList<CalendarDay> Days { get; private set; } = [];
    public int Missing { get; private set; }
    public bool MayEdit => Reader.Everywhere(InstitutionRights.Edit);

    public async Task OnGet()
    {
        Year = Math.Clamp(Asked ?? Texts.Local(Now).Year, 2000, 2100);
        var (first, last) = (new DateOnly(Year, 1, 1), new DateOnly(Year, 12, 31));
        Days = await Db.CalendarDays.AsNoTracking().Where(d => d.Day >= first && d.Day <= last).OrderBy(d => d.Day).ToListAsync(Ct);
        Missing = NationalHolidays.Of(Year).Count(h => Days.All(d => d.Day != h.Day));
    }
}
