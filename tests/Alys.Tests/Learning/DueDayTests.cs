using System.Net;
using Alys.Audit;
using Alys.Content;
using Alys.Enrolment;
using Alys.Learning;
using Alys.Learning.DueDays;
using Alys.Platform;

namespace Alys.Tests.Learning;

public sealed class DueDayTests(AlysHost alys) : IClassFixture<AlysHost>
{
    private static DateOnly Today => DateOnly.FromDateTime(Texts.Local(Story.Now));

    [Fact]
    public async Task AMovedDayStandsOnTheLearnersDayAndInTheOutlineAndTheGroupIsTold()
    {
        var (course, task) = await TaskOf("АЖ-26-1");
        var day = Today.AddDays(3);
        var daulet = await alys.SignIn("daulet");
        var page = await (await daulet.Get($"/s/{course.No}")).Click("Тапсырма мерзімдері");
        page = await daulet.Get(page.Document.QuerySelector($"a[href='/learning/duedays/edit/{course.No}/{task.No}']")!.GetAttribute("href")!);
        page = await page.Submit("main form", new() { ["On"] = Iso(day) });
        Assert.Equal($"/learning/duedays/{course.No}", page.Url.AbsolutePath);
        Assert.Contains("өзгертілген", page.Text, StringComparison.Ordinal);

        var learner = await alys.SignIn("dana");
        var written = alys.Service<TextTable>().For("kk").Date(day);
        var home = await learner.Get("/");
        Assert.Contains(home.Document.QuerySelectorAll("li"), li => li.TextContent.Contains(task.Title, StringComparison.Ordinal) && li.TextContent.Contains(written, StringComparison.Ordinal));
        Assert.InRange(home.Statements, 1, 5);
        var outline = await learner.Get($"/s/{course.No}");
        Assert.Contains(outline.Document.QuerySelectorAll("li"), li => li.TextContent.Contains(task.Title, StringComparison.Ordinal) && li.TextContent.Contains(written, StringComparison.Ordinal));
        Assert.InRange(outline.Statements, 1, 5);
        Assert.Contains(written, (await learner.Get($"/s/{course.No}/u/{task.No}/answer")).Text, StringComparison.Ordinal);
        Assert.Contains($"«{task.Title}» тапсырмасының жаңа мерзімі: {written}", (await learner.Get("/communication/notices")).Text, StringComparison.Ordinal);
        Assert.True(await alys.Read(db => db.Set<JournalLine>().AnyAsync(j => j.What == LearningFacts.DueDayMoved && j.ByPersonId != null)));

        page = await (await daulet.Get($"/learning/duedays/edit/{course.No}/{task.No}")).Submit("main form", new() { ["On"] = "" });
        Assert.DoesNotContain("өзгертілген", page.Text.Replace("Мерзім өзгертілді", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.False(await alys.Read(db => db.Set<DueDay>().AnyAsync(d => d.CourseId == course.Id)));
    }

    [Fact]
    public async Task ADayThatIsOverOrAfterTheCourseIsRefused()
    {
        var (course, task) = await TaskOf("АЖ-26-1");
        var daulet = await alys.SignIn("daulet");
        foreach (var (day, sentence) in new[] { (Today.AddDays(-1), "бүгінгі күннен ерте"), (Today.AddYears(2), "курстың соңғы күнінен кеш") })
        {
            var page = await (await daulet.Get($"/learning/duedays/edit/{course.No}/{task.No}")).Submit("main form", new() { ["On"] = Iso(day) });
            Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
            Assert.Contains(sentence, page.Text, StringComparison.Ordinal);
            Assert.Equal(Iso(day), page.Document.QuerySelector("#On")!.GetAttribute("value"));
        }
    }

    [Theory]
    [InlineData("aliya")]
    [InlineData("kairat")]
    [InlineData("olga")]
    public async Task WhoDoesNotTeachTheCourseFindsNoSuchPage(string userName)
    {
        var (course, task) = await TaskOf("АЖ-26-1");
        var visitor = await alys.SignIn(userName);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Get($"/learning/duedays/{course.No}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Get($"/learning/duedays/edit/{course.No}/{task.No}")).Status);
    }

    [Fact]
    public async Task ANewWindowOfATestStandsOnTheLearnersDay()
    {
        var (course, _) = await TaskOf("АЖ-26-1");
        var closes = Texts.Local(Story.Now).Date.AddDays(9).AddHours(21);
        var page = await (await (await alys.SignIn("daulet")).Get($"/assessment/sittings/edit/{course.No}/1")).Submit("main form.edit", new() { ["Form.Closes"] = closes.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture) });
        Assert.Equal(HttpStatusCode.OK, page.Status);
        var texts = alys.Service<TextTable>().For("kk");
        Assert.Contains(texts.DateTime(Texts.Utc(closes)), (await (await alys.SignIn("bekzat")).Get("/")).Text, StringComparison.Ordinal);
        Assert.True(await alys.Read(db => db.Set<JournalLine>().AnyAsync(j => j.What == "assessment.sitting.changed" && j.ByPersonId != null)));
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private async Task<(CourseRow Course, PublishedUnitRow Task)> TaskOf(string group)
    {
        var course = await alys.Read(db => (from c in db.Set<CourseRow>() join g in db.Set<GroupRow>() on c.GroupId equals g.Id join s in db.Set<Alys.Curriculum.SubjectRow>() on c.SubjectId equals s.Id where g.Code == @group && s.Code == "db" select c).SingleAsync());
        var task = await alys.Read(db => (from o in db.Set<OpeningRow>() join u in db.Set<PublishedUnitRow>() on o.PackId equals u.PackId where o.CourseId == course.Id && u.Kind == UnitKind.Task orderby u.No descending select u).FirstAsync());
        return (course, task);
    }
}
