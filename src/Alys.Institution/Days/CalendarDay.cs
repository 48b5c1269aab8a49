using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alys.Institution;

/// <summary>A day on which the week is not as usual: a holiday, a day off, or a working day of the weekend.</summary>
internal sealed class CalendarDay : NumberedEntity
{
    public required DateOnly Day { get; init; }
    public required CalendarDayKind Kind { get; init; }
    public required LocalText Name { get; init; }

    /// <summary>Notes a day in the calendar.</summary>
    /// <exception cref="Refusal">The day is missing or noted already, or the name is missing.</exception>
    public static async Task<CalendarDay> Note(Act act, DateOnly? day, CalendarDayKind kind, LocalText name)
    {
        if (day is not { } on) throw new Refusal("platform.refusal.value-missing") { Field = "Day" };
        if (name.Kk.Length == 0 && name.Ru.Length == 0) throw new Refusal("institution.refusal.name-missing") { Field = "NameKk" };
        if (await act.Db.CalendarDays.AnyAsync(d => d.Day == on, act.Ct)) throw new Refusal("institution.refusal.day-noted", on) { Field = "Day" };
        var noted = new CalendarDay { No = await act.NextNumber("institution.day"), Day = on, Kind = kind, Name = name };
        act.Db.Add(noted);
        act.Wrote("institution.day.noted", noted, after: new { noted.Day, noted.Kind, noted.Name });
        return noted;
    }

    /// <summary>Notes those national holidays of a year that are not in the calendar yet.</summary>
    /// <returns>How many were noted.</returns>
    public static async Task<int> NoteNational(Act act, int year)
    {
        var holidays = NationalHolidays.Of(year);
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var noted = await act.Db.CalendarDays.Where(d => d.Day >= first && d.Day <= last).Select(d => d.Day).ToListAsync(act.Ct);
        var missing = holidays.Where(h => !noted.Contains(h.Day)).ToList();
        foreach (var (day, name) in missing) await Note(act, day, CalendarDayKind.Holiday, name);
        return missing.Count;
    }

    /// <summary>Takes the day out of the calendar: it is again as its weekday says. The journal keeps what it was.</summary>
    public void Remove(Act act)
    {
        act.Db.Remove(this);
        act.Wrote("institution.day.removed", this, before: new { Day, Kind, Name });
    }
}

internal sealed class CalendarDayConfiguration : IEntityTypeConfiguration<CalendarDay>
{
    public void Configure(EntityTypeBuilder<CalendarDay> b)
    {
        b.ToTable("institution_calendar_days");
        b.HasIndex(x => x.No).IsUnique();
        b.HasIndex(x => x.Day).IsUnique();
        b.LocalText(x => x.Name);
    }
}
