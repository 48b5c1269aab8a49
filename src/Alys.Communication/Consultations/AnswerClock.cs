namespace Alys.Communication.Consultations;

/// <summary>When a question is due: working hours counted in the institution's zone. Public holidays count as working days until the calendar knows them.</summary>
internal static class AnswerClock
{
    /// <param name="asked">UTC.</param>
    /// <param name="zone">Zone of the working hours.</param>
    /// <param name="options">Hours allowed and the working week.</param>
    /// <returns>UTC.</returns>
    /// <exception cref="InvalidOperationException">The options leave no working time.</exception>
    public static DateTime Due(DateTime asked, TimeZoneInfo zone, CommunicationOptions options)
    {
        if (options.DayEnds <= options.DayStarts || !options.WorkingDays.Any(d => d is >= '1' and <= '7')) throw new InvalidOperationException("The working week has no hours.");
        var left = TimeSpan.FromHours(options.AnswerWithinHours);
        var at = TimeZoneInfo.ConvertTimeFromUtc(asked, zone);
        while (true)
        {
            var (start, end) = (at.Date.AddHours(options.DayStarts), at.Date.AddHours(options.DayEnds));
            if (at < start) at = start;
            if (IsWorkingDay(at, options) && at < end)
            {
                if (at + left <= end) return TimeZoneInfo.ConvertTimeToUtc(DateTime.SpecifyKind(at + left, DateTimeKind.Unspecified), zone);
                left -= end - at;
            }
            at = at.Date.AddDays(1);
        }
    }

    private static bool IsWorkingDay(DateTime day, CommunicationOptions options)
    {
        var number = day.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)day.DayOfWeek;
        return options.WorkingDays.Contains((char)('0' + number));
    }
}
