using Alys.Communication;
using Alys.Communication.Consultations;
using Alys.Institution;
using Alys.Platform;

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
        var answer = AnswerClock.Due(utc, Almaty, new CommunicationOptions { AnswerWithinHours = hours }, new Dictionary<DateOnly, bool>());
        Assert.Equal(DateTime.Parse(due, CultureInfo.InvariantCulture), answer.AddHours(5));
    }

    [Theory]
    [InlineData("2026-12-15T16:00", 2, "2026-12-17T10:00")] // over Independence Day
    [InlineData("2026-12-16T12:00", 1, "2026-12-17T10:00")] // asked on a holiday
    [InlineData("2026-12-18T16:00", 2, "2026-12-19T10:00")] // Saturday is worked
    [InlineData("2026-12-15T16:00", 10, "2026-12-18T10:00")]
    public void HolidaysAreSkippedAndMovedWorkingDaysCount(string asked, int hours, string due)
    {
        Dictionary<DateOnly, bool> calendar = new() { [new(2026, 12, 16)] = false, [new(2026, 12, 19)] = true };
        var utc = DateTime.SpecifyKind(DateTime.Parse(asked, CultureInfo.InvariantCulture).AddHours(-5), DateTimeKind.Utc);
        var answer = AnswerClock.Due(utc, Almaty, new CommunicationOptions { AnswerWithinHours = hours }, calendar);
        Assert.Equal(DateTime.Parse(due, CultureInfo.InvariantCulture), answer.AddHours(5));
    }

    [Fact]
    public void AWeekWithoutHoursIsRefused() =>
        Assert.Throws<InvalidOperationException>(() => AnswerClock.Due(DateTime.UtcNow, Almaty, new CommunicationOptions { WorkingDays = "" }, new Dictionary<DateOnly, bool>()));
}

public sealed class AnswerCalendarTests(AlysHost alys) : IClassFixture<AlysHost>
{
    [Fact]
    public async Task AQuestionAskedBeforeLongHolidaysIsDueAfterThem()
    {
        var s = await TestCourses.Number(alys, "АЖ-26-1", "db");
        var today = DateOnly.FromDateTime(Texts.Local(Story.Now));
        await alys.Act(async act =>
        {
            for (var i = 0; i < 20; i++) if (!await act.Db.Set<CalendarDay>().AnyAsync(d => d.Day == today.AddDays(i))) await CalendarDay.Note(act, today.AddDays(i), CalendarDayKind.DayOff, new LocalText("Үзіліс"));
            return 0;
        });
        var aliya = await alys.SignIn("aliya");
        var form = await aliya.Get($"/s/{s}/q/new");
        await form.Submit("main form", new() { ["Topic"] = "Мереке алдындағы сұрақ", ["Text"] = "Жауап қашан болады?" });
        var question = await alys.Read(db => db.Set<QuestionRow>().SingleAsync(q => q.Topic == "Мереке алдындағы сұрақ"));
        Assert.True(DateOnly.FromDateTime(Texts.Local(question.DueAt!.Value)) > today.AddDays(19), question.DueAt.ToString());
    }
}
