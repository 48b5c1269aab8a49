using System.Net;
using Alys.Audit;
using Alys.Institution;

namespace Alys.Tests.Institution;

public sealed class CalendarDayTests(AlysHost alys) : IClassFixture<AlysHost>
{
    [Fact]
    public async Task TheNationalHolidaysAreOfferedOnceAndKeepWhatWasNotedByHand()
    {
        var saule = await alys.SignIn("saule");
        var page = await (await saule.Get("/institution/days/new")).Submit("main form", new() { ["Day"] = "2030-05-09", ["Kind"] = "Holiday", ["NameKk"] = "Өз атауымыз" });
        Assert.Equal("/institution/days?year=2030", page.Url.PathAndQuery);
        page = await page.Click("мерекелерді қосу: 13");
        page = await page.Submit("main form");
        Assert.Contains("Мерекелер күнтізбеге қосылды", page.Text, StringComparison.Ordinal);
        Assert.Equal(14, page.Document.QuerySelectorAll("tbody tr").Length);
        Assert.Contains("Өз атауымыз", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Жеңіс күні", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(page.Document.QuerySelectorAll("a"), a => a.TextContent.Contains("мерекелерді қосу", StringComparison.Ordinal));
        await (await saule.Get("/institution/days/national/2030")).Submit("main form");
        Assert.Equal(14, await alys.Read(db => db.Set<CalendarDayRow>().CountAsync(d => d.Day >= new DateOnly(2030, 1, 1))));
    }

    [Fact]
    public async Task AMovedWorkingDayIsNotedAndRemovedAgainAndTheJournalKnows()
    {
        var saule = await alys.SignIn("saule");
        var page = await (await saule.Get("/institution/days/new")).Submit("main form", new() { ["Day"] = "2029-03-24", ["Kind"] = "WorkingDay", ["NameKk"] = "Көшірілген жұмыс күні" });
        Assert.Contains("Көшірілген жұмыс күні", page.Text, StringComparison.Ordinal);
        var day = await alys.Read(db => db.Set<CalendarDay>().SingleAsync(d => d.Day == new DateOnly(2029, 3, 24)));
        page = await (await saule.Get("/institution/days/new")).Submit("main form", new() { ["Day"] = "2029-03-24", ["Kind"] = "DayOff", ["NameKk"] = "Тағы" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("күнтізбеде бар", page.Text, StringComparison.Ordinal);
        page = await (await saule.Get($"/institution/days/remove/{day.No}")).Submit("main form");
        Assert.Equal("/institution/days?year=2029", page.Url.PathAndQuery);
        Assert.False(await alys.Read(db => db.Set<CalendarDayRow>().AnyAsync(d => d.Day == new DateOnly(2029, 3, 24))));
        Assert.Equal(["institution.day.noted", "institution.day.removed"], await alys.Read(db => db.Set<JournalLine>().Where(j => j.ObjectId == day.Id).OrderBy(j => j.Seq).Select(j => j.What).ToListAsync()));
    }

    [Theory]
    [InlineData("aliya", "/institution/days")]
    [InlineData("gulnar", "/institution/days/new")]
    [InlineData("gulnar", "/institution/days/national/2026")]
    [InlineData("gulnar", "/institution/days/remove/1")]
    [InlineData("saule", "/institution/days/national/1999")]
    public async Task WhoeverHasNoRightFindsNoSuchPage(string userName, string url) =>
        Assert.Equal(HttpStatusCode.NotFound, (await (await alys.SignIn(userName)).Get(url)).Status);
}
