using Alys.Institution;

namespace Alys.Communication.Consultations;

/// <summary>When a question is due: working hours counted in the institution's zone; the institution's calendar says which days are holidays, days off or moved working days.</summary>
internal static class AnswerClock
{
    private const int DaysAhead = 400;

    /// <param name="asked">UTC.</param>
    /// <param name="zone">Zone of the working hours.</param>
    /// <param name="options">Hours allowed and the working week.</param>
    /// <param name="calendar">Days that are not as the week says: true where people work.</param>
    /// <returns>UTC.</returns>
    /// <exception cref="InvalidOperationException">The options leave no working time.</exception>
    public static DateTime Due(DateTime asked, TimeZoneInfo zone, CommunicationOptions options, IReadOnlyDictionary<DateOnly, bool> calendar)
    {
        if (options.DayEnds <= options.DayStarts || !options.WorkingDays.Any(d => d is >= '1' and <= '7')) throw new InvalidOperationException("The working week has no hours.");
        var left = TimeSpan.FromHours(options.AnswerWithinHours);
        var at = TimeZoneInfo.ConvertTimeFromUtc(asked, zone);
        while (true)
        {
            var (start, end) = (at.Date.AddHours(options.DayStarts), at.Date.AddHours(options.DayEnds));
            if (at < start) at = start;
            if (IsWorkingDay(at, options, calendar) && at < end)
            {
                if (at + left <= end) return TimeZoneInfo.ConvertTimeToUtc(DateTime.SpecifyKind(at + left, DateTimeKind.Unspecified), zone);
                left -= end - at;
            }
            at = at.Date.AddDays(1);
        }
    }

    /// <summary>Days of the calendar that can matter to a question asked now: the allowed hours, and the longest holidays, end well within this.</summary>
    public static async Task<IReadOnlyDictionary<DateOnly, bool>> Calendar(Db db, DateTime now, CancellationToken ct)
    {
        var today = DateOnly.FromDateTime(Texts.Local(now));
        var last = today.AddDays(DaysAhead);
        return await db.Set<CalendarDayRow>().Where(d => d.Day >= today && d.Day <= last).ToDictionaryAsync(d => d.Day, d => d.Kind == CalendarDayKind.WorkingDay, ct);
    }

    private static bool IsWorkingDay(DateTime day, CommunicationOptions options, IReadOnlyDictionary<DateOnly, bool> calendar)
    {
        if (calendar.TryGetValue(DateOnly.FromDateTime(day), out var works)) return works;
        var number = day.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)day.DayOfWeek;
        return options.WorkingDays.Contains((char)('0' + number));
    }
}
