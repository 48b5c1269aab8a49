using System.Net;
using Alys.Access;
using Alys.Content;
using Alys.Enrolment;
using Alys.Learning;
using Alys.Learning.Deliveries;
using Alys.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Alys.Tests.Learning;

public sealed class OpeningTests(AlysHost alys) : IClassFixture<AlysHost>
{
    [Fact]
    public async Task TheCoursesOfTheWorldAreOpenByACompletePack()
    {
        var page = await (await alys.SignIn("saule", "ru")).Get("/learning/openings");
        // Another test of this class may have replaced one by an exception.
        Assert.Equal(4, page.Document.QuerySelectorAll("tbody .badge.ok, tbody .badge.warn").Length);
    }

    [Fact]
    public async Task ALearnerOpensNothing()
    {
        var anna = await alys.SignIn("anna", "ru");
        Assert.Equal(HttpStatusCode.NotFound, (await anna.Get("/learning/openings")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await anna.Get("/learning/ledger/1")).Status);
    }

    [Fact]
    public async Task EveryUnitIsIssuedToEveryLearnerOfTheGroup()
    {
        var s = await alys.CourseNo("АЖ-26-1", "db");
        var page = await (await alys.SignIn("aigerim", "ru")).Get($"/learning/ledger/{s}");
        Assert.Equal(15, page.Document.QuerySelectorAll("tbody tr").Length);
        Assert.All(page.Document.QuerySelectorAll("tbody tr"), r => Assert.Equal("23", r.QuerySelector("td")!.TextContent));
    }

    [Fact]
    public async Task TheJobLooksAgainAtACourseOnlyWhereSomethingHasCome()
    {
        var no = await alys.CourseNo("ИС-26-2", "db");
        await Issue();
        var before = await State(no);
        Assert.True(alys.Service<IssuedCourses>().Has(before));
        var person = await alys.Act(async act =>
        {
            var id = await alys.Service<People>().Register(act, new("late", "Лесков", "Лев"));
            var group = await act.Db.Set<Group>().SingleAsync(g => g.Code == "ИС-26-2", act.Ct);
            await alys.Service<Movements>().Enrol(act, id, group, new(group.Started));
            return id;
        });
        Assert.NotEqual(before, await State(no));
        await Issue();
        Assert.True(alys.Service<IssuedCourses>().Has(await State(no)));
        Assert.Equal(23, await alys.Read(db => (from d in db.Set<DeliveryRow>() join c in db.Set<CourseRow>() on d.CourseId equals c.Id where c.No == no && d.PersonId == person select d).CountAsync()));
    }

    [Fact]
    public async Task AUnitThatIsPublishedLaterIsIssuedToWhoeverStudies()
    {
        var no = await alys.CourseNo("АЖ-26-1", "intro");
        await Issue();
        var before = await State(no);
        var sergei = await alys.SignIn("aizhan", "ru");
        var pack = await alys.Read(db => db.Set<PackRow>().Where(p => p.TitleEn == "How to study at a distance with Alys (in Kazakh)").Select(p => p.No).SingleAsync());
        var page = await (await sergei.Get($"/content/units/new/{pack}?slot=A.reference")).Submit("main form", new() { ["Title"] = "Позднее" });
        page = await page.Submit("main form", new() { ["Source"] = "Текст" });
        var unit = page.Url.Segments[^1];
        await (await sergei.Get($"/content/units/publish/{pack}/{unit}?v=1")).Submit("main form");
        Assert.NotEqual(before, await State(no));
        await Issue();
        Assert.True(alys.Service<IssuedCourses>().Has(await State(no)));
        Assert.True(await alys.Read(db => (from d in db.Set<DeliveryRow>() join u in db.Set<PublishedUnitRow>() on d.UnitId equals u.Id join c in db.Set<CourseRow>() on d.CourseId equals c.Id where c.No == no && u.Title == "Позднее" select d).AnyAsync()));
    }

    private async Task<OpenCourse> State(int no)
    {
        var id = await alys.Read(db => db.Set<CourseRow>().Where(c => c.No == no).Select(c => c.Id).SingleAsync());
        var open = await alys.Read(db => IssuedCourses.Open(db, DateOnly.FromDateTime(Texts.Local(DateTime.UtcNow)), TestContext.Current.CancellationToken));
        return open.Single(o => o.Id == id);
    }

    private async Task Issue()
    {
        await using var scope = alys.Service<IServiceScopeFactory>().CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Issue>().Run(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task AnExceptionNeedsAReasonAndADayAndTheOrganiserHasNoRightToIt()
    {
        var s = await alys.CourseNo("АЖ-26-1", "intro");
        Assert.Equal(HttpStatusCode.NotFound, (await (await alys.SignIn("saule", "ru")).Get($"/learning/openings/except/{s}")).Status);
        var gulnar = await alys.SignIn("gulnar", "ru");
        var page = await (await gulnar.Get($"/learning/openings/except/{s}")).Submit("form.except", new() { ["Reason"] = "", ["Until"] = "2099-01-01" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        page = await page.Submit("form.except", new() { ["Reason"] = "Лекция 4 выйдет через неделю", ["Until"] = "2020-01-01" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        page = await page.Submit("form.except", new() { ["Until"] = "2099-01-01" });
        Assert.Contains("Лекция 4 выйдет через неделю", page.Text, StringComparison.Ordinal);
        Assert.True(await alys.Read(db => db.Set<OpeningRow>().AnyAsync(o => o.Until == new DateOnly(2099, 1, 1) && o.Reason != null, TestContext.Current.CancellationToken)));
    }
}
