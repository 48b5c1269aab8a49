using Alys.Communication;
using Alys.Communication.Consultations;

namespace Alys.Tests.Communication;

public sealed class AnswerClockTests
{
    private static readonly TimeZoneInfo Almaty = TimeZoneInfo.CreateCustomTimeZone("+5", TimeSpan.FromHours(5), "+5", "+5");

    [Theory]
    [InlineData("2026-11-23T10:00", 4, "2026-11-23T14:00")] // within a day
    [InlineData("2026-11-23T15:00", 4, "2026-11-24T11:00")] // over the night
    [InlineData("2026-11-23T06:30", 8, "2026-11-23T17:00")] // asked before work, ends exactly with the day
    [InlineData("2026-11-27T16:00", 16, "2026-12-01T16:00")] // over the weekend
    [InlineData("2026-11-28T12:00", 1, "2026-11-30T10:00")] // asked on Saturday
    [InlineData("2026-11-23T22:00", 16, "2026-11-25T17:00")] // asked at night
    public void AQuestionIsDueAfterSoManyWorkingHours(string asked, int hours, string due)
    {
        var utc = DateTime.SpecifyKind(DateTime.Parse(asked, CultureInfo.InvariantCulture).AddHours(-5), DateTimeKind.Utc);
        var answer = AnswerClock.Due(utc, Almaty, new CommunicationOptions { AnswerWithinHours = hours });
        Assert.Equal(DateTime.Parse(due, CultureInfo.InvariantCulture), answer.AddHours(5));
    }

    [Fact]
    public void AWeekWithoutHoursIsRefused() =>
        Assert.Throws<InvalidOperationException>(() => AnswerClock.Due(DateTime.UtcNow, Almaty, new CommunicationOptions { WorkingDays = "" }));
}
