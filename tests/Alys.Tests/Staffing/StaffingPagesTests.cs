using System.Net;
using Alys.Access;
using Alys.Curriculum;
using Alys.Enrolment;
using Alys.Platform;
using Alys.Staffing;

namespace Alys.Tests.Staffing;

public sealed class StaffingPagesTests(AlysHost alys) : IClassFixture<AlysHost>
{
    private async Task<CourseRow> Course(string group) => await alys.Read(db => (
        from c in db.Set<CourseRow>()
        join g in db.Set<GroupRow>() on c.GroupId equals g.Id
        join s in db.Set<SubjectRow>() on c.SubjectId equals s.Id
        where g.Code == @group && s.Code == "db"
        select c).SingleAsync());

    private Task<bool> Holds(string userName, string role, Guid scope) => alys.Read(db => (
        from g in db.Set<RoleGrant>()
        join p in db.Set<PersonRow>() on g.PersonId equals p.Id
        where p.UserName == userName && g.Role == role && g.ScopeId == scope && g.WithdrawnAt == null
        select g).AnyAsync());

    [Theory]
    [InlineData("daulet", "/staffing/assignments")]
    [InlineData("aliya", "/staffing/authors")]
    [InlineData("nurlan", "/staffing/assignments/new?course=1")]
    [InlineData("nurlan", "/staffing/assignments/end/1")]
    [InlineData("nurlan", "/staffing/authors/new")]
    [InlineData("nurlan", "/staffing/authors/end/1")]
    public async Task WhoeverHasNoRightFindsNoSuchPage(string userName, string url) =>
        Assert.Equal(HttpStatusCode.NotFound, (await (await alys.SignIn(userName)).Get(url)).Status);

    [Fact]
    public async Task ADutyGivesItsRoleInTheCourseAndItsEndTakesIt()
    {
        var course = await Course("АЖ-26-1");
        var saule = await alys.SignIn("saule");
        var page = await (await saule.Get($"/staffing/assignments/new?course={course.No}")).Submit("main form", new() { ["Person"] = "olga", ["Duty"] = "Tutor", ["From"] = "2026-10-01" });
        Assert.Equal("/staffing/assignments", page.Url.AbsolutePath);
        Assert.Contains("Міндет берілді", page.Text, StringComparison.Ordinal);
        Assert.True(await Holds("olga", Roles.Tutor, course.Id));
        var row = await alys.Read(db => (from a in db.Set<AssignmentRow>() join p in db.Set<PersonRow>() on a.PersonId equals p.Id where a.CourseId == course.Id && p.UserName == "olga" select a).SingleAsync());
        Assert.Equal((Duty.Tutor, new DateOnly(2026, 10, 1), null), (row.Duty, row.From, row.To));

        page = await (await saule.Get($"/staffing/assignments/new?course={course.No}")).Submit("main form", new() { ["Person"] = "olga", ["Duty"] = "Tutor", ["From"] = "2026-10-05" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("мұндай міндеті бар", page.Text, StringComparison.Ordinal);

        var no = await alys.Read(db => db.Assignments.Where(a => a.CourseId == course.Id && a.PersonId == row.PersonId).Select(a => a.No).SingleAsync());
        page = await (await saule.Get($"/staffing/assignments/end/{no}")).Submit("main form", new() { ["Last"] = "2026-09-01" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        page = await page.Submit("main form", new() { ["Last"] = "2026-11-01" });
        Assert.Equal("/staffing/assignments", page.Url.AbsolutePath);
        Assert.False(await Holds("olga", Roles.Tutor, course.Id));
    }

    [Theory]
    [InlineData("aliya", "2026-10-01", "", "осы топта оқиды")]
    [InlineData("nobody", "2026-10-01", "", "деген пайдаланушы жоқ")]
    [InlineData("timur", "2026-10-01", "2026-09-01", "бірінші күннен ерте")]
    [InlineData("timur", "", "", "Бұл өрісті толтырыңыз")]
    public async Task ABadDutyIsRefusedAndTheFormStaysFilled(string person, string from, string to, string sentence)
    {
        var course = await Course("АЖ-26-1");
        var page = await (await (await alys.SignIn("saule")).Get($"/staffing/assignments/new?course={course.No}")).Submit("main form", new() { ["Person"] = person, ["Duty"] = "Examiner", ["From"] = from, ["To"] = to });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(sentence, page.Text, StringComparison.Ordinal);
        Assert.Equal(person, page.Document.QuerySelector("#Person")!.GetAttribute("value"));
        Assert.False(await Holds(person, Roles.Examiner, course.Id));
    }

    [Fact]
    public async Task AnAuthorMayWriteForASubjectUntilTheLastDay()
    {
        var subject = await alys.Read(db => db.Set<SubjectRow>().SingleAsync(s => s.Code == "intro"));
        var gulnar = await alys.SignIn("gulnar");
        Dictionary<string, string> values = new() { ["Subject"] = $"{subject.No}", ["Person"] = "elena", ["From"] = "2026-11-01" };
        var page = await (await gulnar.Get("/staffing/authors/new")).Submit("main form", values);
        Assert.Contains("Курс әзірлеуші тағайындалды", page.Text, StringComparison.Ordinal);
        Assert.True(await Holds("elena", Roles.Author, subject.Id));
        page = await (await gulnar.Get("/staffing/authors/new")).Submit("main form", values);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        var no = await alys.Read(db => (from a in db.Authors join p in db.Set<PersonRow>() on a.PersonId equals p.Id where p.UserName == "elena" select a.No).SingleAsync());
        page = await (await gulnar.Get($"/staffing/authors/end/{no}")).Submit("main form", new() { ["Last"] = "2026-11-02" });
        Assert.Contains("Міндет аяқталды", page.Text, StringComparison.Ordinal);
        Assert.False(await Holds("elena", Roles.Author, subject.Id));
    }

    [Fact]
    public async Task ACourseWithoutTutorIsShown()
    {
        var course = await Course("ИС-26-2");
        await alys.Act(async act =>
        {
            await act.Db.Assignments.Where(a => a.CourseId == course.Id && a.Duty == Duty.Tutor).ExecuteUpdateAsync(a => a.SetProperty(x => x.To, new DateOnly(2026, 10, 6)));
            return 0;
        });
        var page = await (await alys.SignIn("botagoz")).Get("/staffing/assignments");
        Assert.Contains("Тьюторы жоқ білім алушылар саны: 15", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("a[href*='/new']"));
    }
}
