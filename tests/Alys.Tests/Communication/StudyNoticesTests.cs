using Alys.Content;
using Alys.Enrolment;
using Alys.Platform;

namespace Alys.Tests.Communication;

public sealed class StudyNoticesTests(AlysHost alys) : IClassFixture<AlysHost>
{
    [Fact]
    public async Task LearnersAreToldOfTheOpeningAndOfNewMaterialOnceWhileItIsUnread()
    {
        // The world's own news first: it would come in between.
        await alys.AllHeard();
        var s = await TestCourses.Number(alys, "АЖ-26-1", "db");
        var course = await alys.Read(db => db.Set<CourseRow>().FirstAsync(c => c.No == s));
        var pack = Guid.CreateVersion7();
        await Fact("learning.course.opened", course.Id, null, new { courseId = course.Id, packId = pack, opensOn = new DateOnly(2026, 9, 7) });
        var aliya = await alys.SignIn("aliya");
        await AlysHost.Until(async () => (await aliya.Get("/communication/notices")).Text.Contains("Пән ашылды:", StringComparison.Ordinal));
        await (await aliya.Get("/communication/notices")).Submit("main form");
        for (var i = 1; i <= 3; i++) await Fact(Facts.UnitPublished, course.Id, null, new UnitPublishedFact(pack, course.SubjectId, Guid.CreateVersion7(), i, Guid.CreateVersion7(), 1, $"{i}-лекция"));
        await AlysHost.Until(async () => (await aliya.Get("/communication/notices")).Text.Contains("жаңа материал бар: «1-лекция»", StringComparison.Ordinal));
        await Task.Delay(500, TestContext.Current.CancellationToken);
        Assert.Single((await aliya.Get("/communication/notices")).Document.QuerySelectorAll("li.new"), li => li.TextContent.Contains("материал", StringComparison.Ordinal));
        Assert.DoesNotContain("1-лекция", (await (await alys.SignIn("anna")).Get("/communication/notices")).Text);
    }

    [Fact]
    public async Task AnothersPackIsNoNews()
    {
        var s = await TestCourses.Number(alys, "ИС-26-2", "db");
        var course = await alys.Read(db => db.Set<CourseRow>().FirstAsync(c => c.No == s));
        await Fact(Facts.UnitPublished, course.Id, null, new UnitPublishedFact(Guid.CreateVersion7(), course.SubjectId, Guid.CreateVersion7(), 1, Guid.CreateVersion7(), 1, "Чужая лекция"));
        await Task.Delay(1000, TestContext.Current.CancellationToken);
        Assert.DoesNotContain("Чужая лекция", (await (await alys.SignIn("yulia", "ru")).Get("/communication/notices")).Text);
    }

    private Task<int> Fact(string what, Guid course, Guid? person, object after) => alys.Act(act =>
    {
        act.Wrote(what, "Test", Guid.CreateVersion7(), new Scope(ScopeKinds.Course, course), person, after: after);
        return Task.FromResult(0);
    });
}
