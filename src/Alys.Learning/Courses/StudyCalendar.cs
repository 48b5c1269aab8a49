namespace Alys.Learning.Courses;

/// <summary>From the weeks of a calendar-thematic plan to days. Week 1 is the week, from Monday, in which the period begins.</summary>
internal sealed class StudyCalendar(DateOnly start, DateOnly end, IEnumerable<int> weeks)
{
    private readonly int[] _weeks = [.. weeks.Where(w => w > 0).Distinct().Order()];

    /// <summary>Monday of a week.</summary>
    public DateOnly Monday(int week) => start.AddDays(-(((int)start.DayOfWeek + 6) % 7)).AddDays(7 * (week - 1));

    /// <summary>Last day for the tasks of a row: the Sunday before the next row begins, for the last row the end of the period; null where the plan names no week.</summary>
    public DateOnly? DueOn(int? week)
    {
        if (week is not > 0) return null;
        var next = _weeks.FirstOrDefault(w => w > week);
        var day = next == 0 ? end : Monday(next).AddDays(-1);
        return day > end ? end : day;
    }
}
