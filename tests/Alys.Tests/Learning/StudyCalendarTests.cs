using Alys.Learning.Courses;

namespace Alys.Tests.Learning;

public sealed class StudyCalendarTests
{
    private static readonly DateOnly Start = new(2026, 9, 1), End = new(2027, 1, 9);

    [Fact]
    public void TheFirstWeekIsTheOneInWhichThePeriodBegins() => Assert.Equal(new DateOnly(2026, 8, 31), new StudyCalendar(Start, End, []).Monday(1));

    [Theory]
    [InlineData(1, "2026-09-13")]
    [InlineData(12, "2026-11-29")]
    [InlineData(14, "2027-01-09")]
    public void ARowLastsUntilTheSundayBeforeTheNextOneAndTheLastUntilTheEnd(int week, string due) =>
        Assert.Equal(DateOnly.ParseExact(due, "yyyy-MM-dd", CultureInfo.InvariantCulture), new StudyCalendar(Start, End, [1, 3, 12, 14]).DueOn(week));

    [Theory]
    [InlineData(null)]
    [InlineData(0)]
    public void WithoutAWeekThereIsNoDueDay(int? week) => Assert.Null(new StudyCalendar(Start, End, [1, 3]).DueOn(week));

    [Fact]
    public void NoTaskIsDueAfterThePeriod() => Assert.Equal(End, new StudyCalendar(Start, End, [1, 40]).DueOn(1));
}
