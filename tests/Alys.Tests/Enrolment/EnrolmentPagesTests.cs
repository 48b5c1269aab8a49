using System.Net;
using Alys.Access;
using Alys.Curriculum;
using Alys.Enrolment;
using Alys.Institution;
using Alys.Platform;

namespace Alys.Tests.Enrolment;

public sealed class EnrolmentPagesTests(AlysHost alys) : IClassFixture<AlysHost>
{
    private Task<GroupRow> Group(string code) => alys.Read(db => db.Set<GroupRow>().SingleAsync(g => g.Code == code));

    private Task<PersonRow> Person(string name) => alys.Read(db => db.Set<PersonRow>().SingleAsync(p => p.UserName == name));

    private async Task<PageAnswer> NewGroup(string code) =>
        await (await (await alys.SignIn("saule")).Get("/enrolment/groups/new")).Submit("main form", new() { ["Code"] = code, ["Language"] = "kk", ["Started"] = "2026-09-01" });

    [Fact]
    public async Task StaffSeeGroupsWithTheirLearnersAndCourses()
    {
        var page = await (await alys.SignIn("botagoz")).Get("/enrolment/groups");
        Assert.Contains("АЖ-26-1", page.Text, StringComparison.Ordinal);
        page = await page.Click("АЖ-26-1");
        Assert.True(page.Document.QuerySelectorAll("section:first-of-type tbody tr").Length >= 14);
        Assert.Contains("Деректер қоры негіздері", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("aliya", "/enrolment/groups")]
    [InlineData("aliya", "/enrolment/groups/show/1")]
    [InlineData("aliya", "/enrolment/courses")]
    [InlineData("aliya", "/enrolment/import")]
    [InlineData("daulet", "/enrolment/groups/new")]
    [InlineData("nurlan", "/enrolment/groups/edit/1")]
    [InlineData("nurlan", "/enrolment/members/enrol/1")]
    [InlineData("nurlan", "/enrolment/members/transfer/1/20")]
    [InlineData("nurlan", "/enrolment/members/release/1/20")]
    [InlineData("nurlan", "/enrolment/courses/new")]
    [InlineData("nurlan", "/enrolment/courses/edit/1")]
    [InlineData("nurlan", "/enrolment/import/review")]
    [InlineData("nurlan", "/enrolment/import/show/1")]
    public async Task WhoeverHasNoRightFindsNoSuchPage(string userName, string url) =>
        Assert.Equal(HttpStatusCode.NotFound, (await (await alys.SignIn(userName)).Get(url)).Status);

    [Fact]
    public async Task AGroupIsOpenedAndChanged()
    {
        var page = await NewGroup("АЖ-26-7");
        Assert.Equal("Топ: АЖ-26-7", page.Title);
        page = await (await page.Click("Топты өзгерту")).Submit("main form", new() { ["Language"] = "ru" });
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal("ru", (await Group("АЖ-26-7")).Language);
        page = await NewGroup("АЖ-26-7");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("бос емес", page.Text, StringComparison.Ordinal);
        Assert.Equal("2026-09-01", page.Document.QuerySelector("#Started")!.GetAttribute("value"));
    }

    [Fact]
    public async Task ALearnerIsEnrolledTransferredAndReleasedByDatedActs()
    {
        var saule = await alys.SignIn("saule");
        var person = await alys.Act(act => alys.Service<People>().Register(act, new("zere", "Ахмет", "Зере", Password: "Kokzhiek-2026")));
        await NewGroup("К-1");
        await NewGroup("К-2");
        var (first, second) = (await Group("К-1"), await Group("К-2"));
        var page = await (await saule.Get($"/enrolment/members/enrol/{first.No}")).Submit("main form", new() { ["Person"] = "zere", ["Date"] = "2026-09-01", ["OrderNumber"] = "12-с" });
        Assert.Contains("Ахмет Зере", page.Text, StringComparison.Ordinal);
        Assert.Contains("бұйрық № 12-с", page.Text, StringComparison.Ordinal);
        Assert.True(await HasGrant(person, first.Id));

        page = await (await saule.Get($"/enrolment/members/enrol/{first.No}")).Submit("main form", new() { ["Person"] = "zere", ["Date"] = "2026-09-02" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("«К-1» тобында оқиды", page.Text, StringComparison.Ordinal);

        var no = (await Person("zere")).No;
        page = await (await saule.Get($"/enrolment/members/transfer/{first.No}/{no}")).Submit("main form", new() { ["ToGroup"] = second.Code, ["Date"] = "2026-10-01" });
        Assert.Contains("Білім алушы ауыстырылды", page.Text, StringComparison.Ordinal);
        var rows = await alys.Read(db => db.Set<GroupMemberRow>().Where(m => m.PersonId == person).OrderBy(m => m.From).ToListAsync());
        Assert.Equal([(first.Id, (DateOnly?)new DateOnly(2026, 9, 30)), (second.Id, null)], rows.Select(r => (r.GroupId, r.To)));
        Assert.False(await HasGrant(person, first.Id));
        Assert.True(await HasGrant(person, second.Id));

        var release = await saule.Get($"/enrolment/members/release/{second.No}/{no}");
        page = await release.Submit("main form", new() { ["Date"] = "2026-11-01" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("Негіздемесін жазыңыз", page.Text, StringComparison.Ordinal);
        page = await page.Submit("main form", new() { ["Reason"] = "Өз еркімен" });
        Assert.Contains("топтан шығарылды", page.Text, StringComparison.Ordinal);
        Assert.False(await HasGrant(person, second.Id));
        Assert.Equal(HttpStatusCode.NotFound, (await saule.Get($"/enrolment/members/release/{second.No}/{no}")).Status);
    }

    private Task<bool> HasGrant(Guid person, Guid group) =>
        alys.Read(db => db.Set<RoleGrant>().AnyAsync(g => g.PersonId == person && g.Role == Roles.Learner && g.ScopeId == group && g.WithdrawnAt == null));

    [Fact]
    public async Task ARoleComesWithItsDayAndGoesWithIt()
    {
        var person = await alys.Act(act => alys.Service<People>().Register(act, new("future", "Келешек", "Кісі")));
        await NewGroup("К-3");
        var group = await Group("К-3");
        var page = await (await (await alys.SignIn("saule")).Get($"/enrolment/members/enrol/{group.No}")).Submit("main form", new() { ["Person"] = "future", ["Date"] = "2999-01-01" });
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.False(await HasGrant(person, group.Id));
        await alys.Act(async act =>
        {
            await act.Db.Memberships.Where(m => m.PersonId == person).ExecuteUpdateAsync(m => m.SetProperty(x => x.From, new DateOnly(2026, 1, 1)));
            await alys.Service<Movements>().Align(act);
            return 0;
        });
        Assert.True(await HasGrant(person, group.Id));
        await alys.Act(async act =>
        {
            await act.Db.Memberships.Where(m => m.PersonId == person).ExecuteUpdateAsync(m => m.SetProperty(x => x.To, new DateOnly(2026, 1, 2)));
            await alys.Service<Movements>().Align(act);
            return 0;
        });
        Assert.False(await HasGrant(person, group.Id));
    }

    [Fact]
    public async Task SomeoneUnknownIsNotEnrolled()
    {
        var page = await (await (await alys.SignIn("saule")).Get("/enrolment/members/enrol/1")).Submit("main form", new() { ["Person"] = "nobody-here", ["Reason"] = "Мәтін" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("«nobody-here» деген пайдаланушы жоқ", page.Text, StringComparison.Ordinal);
        Assert.Equal("Мәтін", page.Document.QuerySelector("#Reason")!.TextContent.Trim());
    }

    [Fact]
    public async Task ACourseFollowsTheApprovedSyllabusAndExistsOnce()
    {
        var saule = await alys.SignIn("saule");
        await NewGroup("К-4");
        var group = await Group("К-4");
        var subject = await alys.Read(db => db.Set<SubjectRow>().SingleAsync(s => s.Code == "db"));
        var period = await alys.Read(db => db.Set<PeriodRow>().SingleAsync(p => p.Code == "2027-spring"));
        Dictionary<string, string> values = new() { ["Subject"] = $"{subject.No}", ["Group"] = group.Code, ["Period"] = $"{period.No}" };
        var page = await (await saule.Get($"/enrolment/courses/new?group={Uri.EscapeDataString(group.Code)}")).Submit("main form", values);
        Assert.Equal("/enrolment/courses", page.Url.AbsolutePath);
        var course = await alys.Read(db => db.Set<CourseRow>().SingleAsync(c => c.GroupId == group.Id));
        Assert.NotNull(course.SyllabusId);
        page = await (await saule.Get("/enrolment/courses/new")).Submit("main form", values);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("қойылып қойған", page.Text, StringComparison.Ordinal);
        page = await (await saule.Get($"/enrolment/courses/edit/{course.No}")).Submit("main form", new() { ["Syllabus"] = "" });
        Assert.Equal("/enrolment/courses", page.Url.AbsolutePath);
        Assert.Null(await alys.Read(db => db.Set<CourseRow>().Where(c => c.Id == course.Id).Select(c => c.SyllabusId).SingleAsync()));
        page = await (await saule.Get($"/enrolment/courses/edit/{course.No}")).Submit("main form", new() { ["Syllabus"] = "9999" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
    }
}
