using System.Net;
using Alys.Enrolment;
using Alys.Learning;
using Alys.Platform;
using Microsoft.EntityFrameworkCore;

namespace Alys.Tests.Learning;

public sealed class LearnerTests(AlysHost alys) : IClassFixture<AlysHost>
{
    [Fact]
    public async Task WhoIsNotSignedInSeesTheFrontOfThePortal()
    {
        var page = await alys.Stranger("ru").Get("/");
        Assert.Contains("Кокжиек", page.Title!, StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector("a.button[href='/sign-in']"));
    }

    [Fact]
    public async Task TheDayShowsCoursesWhatIsDueAndWhatIsNewInFiveStatements()
    {
        var anna = await alys.SignIn("anna", "ru");
        await anna.Get("/");
        var page = await anna.Get("/");
        Assert.Contains("Основы баз данных", page.Text, StringComparison.Ordinal);
        Assert.Contains("Как учиться дистанционно", page.Text, StringComparison.Ordinal);
        Assert.Contains("Скоро срок", page.Text, StringComparison.Ordinal);
        Assert.InRange(page.Statements, 1, 5);
    }

    [Fact]
    public async Task TheOutlineFollowsThePlanInFiveStatements()
    {
        var anna = await alys.SignIn("anna", "ru");
        var page = await anna.Get($"/s/{await Course("ИС-26-2", "db")}");
        var headings = page.Document.QuerySelectorAll("main h2").Select(h => h.TextContent.Trim()).ToList();
        Assert.Equal(["О дисциплине", "Описание данных и проектирование", "Работа с данными и надёжность", "Контроль знаний"], headings.Take(4));
        Assert.Contains("Лекция 4. Транзакции и индексы", page.Text, StringComparison.Ordinal);
        Assert.InRange(page.Statements, 1, 5);
    }

    [Fact]
    public async Task ACourseOfAnotherGroupDoesNotExist()
    {
        var anna = await alys.SignIn("anna", "ru");
        var other = await Course("АЖ-26-1", "db");
        Assert.Equal(HttpStatusCode.NotFound, (await anna.Get($"/s/{other}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await anna.Get($"/s/{other}/u/1")).Status);
    }

    [Fact]
    public async Task AUnitIsReadFinishedAndLeadsToTheNextAndTheLedgerSaysSo()
    {
        var igor = await alys.SignIn("igor", "ru");
        var s = await Course("ИС-26-2", "db");
        var page = await (await igor.Get($"/s/{s}")).Click("Лекция 1.");
        Assert.InRange(page.Statements, 1, 5);
        var first = page.Title;
        Assert.NotNull(page.Document.QuerySelector("article.prose table"));
        while (page.Document.QuerySelector("nav.pager a[rel=next]") is { } next) page = await igor.Get($"/s/{s}/u/" + next.GetAttribute("href")!.Split('/')[^1]);
        page = await page.Submit("form.finish");
        Assert.NotEqual(first, page.Title);
        Assert.Contains("Отмечено", page.Text, StringComparison.Ordinal);

        Assert.True(await alys.Read(db => db.Set<DeliveryRow>().AnyAsync(d => d.FinishedAt != null && d.PersonId == db.Set<Alys.Access.PersonRow>().First(p => p.UserName == "igor").Id, TestContext.Current.CancellationToken)));
        await AlysHost.Until(() => alys.Read(db => db.Set<DeliveryRow>().AnyAsync(d => d.Views > 0 && d.FinishedAt != null)));
        var timur = await alys.SignIn("timur", "ru");
        var ledger = await (await timur.Get($"/learning/ledger/{s}")).Click("Бондаренко");
        Assert.Contains("Лекция 1.", ledger.Text, StringComparison.Ordinal);
        Assert.Contains("Сеть", ledger.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ContinueLeadsToThePageSeenLast()
    {
        var farida = await alys.SignIn("farida", "ru");
        var s = await Course("ИС-26-2", "db");
        var unit = await (await farida.Get($"/s/{s}")).Click("Лекция 2.");
        await AlysHost.Until(async () => (await farida.Get("/")).Document.QuerySelector($"a.button[href^='{unit.Url.AbsolutePath}']") is not null);
    }

    [Fact]
    public async Task NobodyFinishesATaskWithoutAnswering()
    {
        var anna = await alys.SignIn("anna", "ru");
        var page = await (await anna.Get($"/s/{await Course("ИС-26-2", "db")}")).Click("Практическое занятие 1.");
        Assert.Null(page.Document.QuerySelector("form.finish"));
        Assert.NotNull(page.Document.QuerySelector("a.button[href$='/answer']"));
    }

    [Fact]
    public async Task StaffSeeTheirCoursesAndWhatWaits()
    {
        var elena = await alys.SignIn("elena", "ru");
        var page = await elena.Get("/");
        Assert.Contains("Основы баз данных", page.Text, StringComparison.Ordinal);
        Assert.Contains("Работы на проверку", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("АЖ-26-1", page.Text, StringComparison.Ordinal);
    }

    private Task<int> Course(string group, string subject) => alys.CourseNo(group, subject);
}

internal static class LearningWorld
{
    /// <summary>The number of the course of a group in a subject.</summary>
    public static Task<int> CourseNo(this AlysHost alys, string group, string subject) => alys.Read(db =>
        (from c in db.Set<CourseRow>()
         join g in db.Set<GroupRow>() on c.GroupId equals g.Id
         join s in db.Set<Alys.Curriculum.SubjectRow>() on c.SubjectId equals s.Id
         where g.Code == @group && s.Code == subject
         select c.No).FirstAsync(TestContext.Current.CancellationToken));
}
