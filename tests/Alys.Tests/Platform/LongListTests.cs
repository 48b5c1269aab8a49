using System.Net;
using Alys.Access;
using Alys.Compliance;
using Alys.Curriculum;
using Alys.Enrolment;
using Alys.Institution;
using Alys.Platform;

namespace Alys.Tests.Platform;

/// <summary>An institution whose lists are longer than a page.</summary>
public sealed class LargeHost : AlysHost
{
    public const int Groups = 60;

    protected override string[] Options => ["--compliance--many-courses=50"];
}

public sealed class LongListTests(LargeHost alys) : IClassFixture<LargeHost>, IAsyncLifetime
{
    [Theory]
    [InlineData("saule", "/enrolment/groups", "main tbody th")]
    [InlineData("saule", "/enrolment/courses", "main tbody th")]
    [InlineData("saule", "/learning/openings", "main tbody th")]
    [InlineData("saule", "/staffing/assignments", "main section")]
    [InlineData("saule", "/grading/plans", "main ul.list > li")]
    public async Task ALongListHasASecondPageAndASearch(string userName, string url, string line)
    {
        var reader = await In("ru", userName);
        var first = await reader.Get(url);
        Assert.Equal(50, first.Document.QuerySelectorAll(line).Length);
        Assert.Null(first.Document.QuerySelector("a[rel=prev]"));
        var second = await first.Click("Следующая страница");
        var rest = second.Document.QuerySelectorAll(line).Length;
        Assert.InRange(rest, 10, 49);
        Assert.Null(second.Document.QuerySelector("a[rel=next]"));
        Assert.NotNull(second.Document.QuerySelector("a[rel=prev]"));
        Assert.Empty(Lines(first, line).Intersect(Lines(second, line)));

        // The code as one writes it in a hurry.
        var found = await first.Submit("form[role=search]", new() { ["q"] = "ұ-0" });
        Assert.Equal(9, found.Document.QuerySelectorAll(line).Length);
        Assert.All(Lines(found, line), l => Assert.Contains("Ұ-0", l, StringComparison.Ordinal));
        Assert.Equal("ұ-0", found.Document.QuerySelector("#q")!.GetAttribute("value"));
        var pages = await reader.Get(url + "?q=" + Uri.EscapeDataString("ұ-"));
        Assert.Equal(LargeHost.Groups - 50, (await pages.Click("Следующая страница")).Document.QuerySelectorAll(line).Length);
        Assert.Contains("Такого не нашлось", (await reader.Get(url + "?q=zzz")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await reader.Get(url + "?p=many")).Status);
    }

    [Fact]
    public async Task CoursesAreFoundByTheirSubjectInAnyOfTheLanguages()
    {
        var saule = await In("en", "saule");
        foreach (var url in new[] { "/enrolment/courses", "/learning/openings", "/staffing/assignments", "/grading/plans" })
        {
            Assert.Contains("How to study", (await saule.Get(url + "?q=" + Uri.EscapeDataString("как учиться"))).Text, StringComparison.Ordinal);
            Assert.DoesNotContain("How to study", (await saule.Get(url + "?q=" + Uri.EscapeDataString("основы баз"))).Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task TheExaminerFindsTheCoursesWithoutASheetByTheirGroup()
    {
        await alys.Act(async act => { await alys.Service<People>().Grant(act, await act.Db.Set<PersonRow>().Where(p => p.UserName == "marat").Select(p => p.Id).SingleAsync(act.Ct), Roles.Examiner, Scope.Institution); return 0; });
        var marat = await In("ru", "marat");
        await AlysHost.Until(async () => (await marat.Get("/grading/sheets")).Text.Contains("Это только первые", StringComparison.Ordinal));
        var page = await (await marat.Get("/grading/sheets")).Submit("form[role=search]", new() { ["q"] = "ұ-60" });
        Assert.Contains("Ұ-60", Assert.Single(page.Document.QuerySelectorAll("main ul.list > li")).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AScopeThatTheFormDoesNotOfferIsFoundByItsNameWithoutScripts()
    {
        var nurlan = await In("ru", "nurlan");
        var last = await alys.Read(db => db.Set<GroupRow>().SingleAsync(g => g.Code == "Ұ-60"));
        var form = await nurlan.Get("/access/grants/new?person=kairat&role=registrar");
        Assert.Null(form.Document.QuerySelector($"option[value='group:{last.Id:N}']"));
        form = await form.Submit("form[role=search]", new() { ["find"] = "ұ-60" });
        Assert.NotNull(form.Document.QuerySelector($"option[value='group:{last.Id:N}']"));
        Assert.Equal("kairat", form.Document.QuerySelector("#Person")!.GetAttribute("value"));
        var page = await form.Submit("main form[method=post]", new() { ["Scope"] = $"group:{last.Id:N}" });
        Assert.Contains("Группа: Ұ-60", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ATestIsGivenToACourseThatIsFoundByItsGroup()
    {
        var saule = await In("ru", "saule");
        var page = await saule.Get("/assessment/sittings/new?find=" + Uri.EscapeDataString("ұ-60"));
        Assert.Contains("Ұ-60", Assert.Single(page.Document.QuerySelectorAll("#Course option")).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task BeyondTheEndOfAListIsItsBeginning()
    {
        var saule = await In("ru", "saule");
        var first = (await saule.Get("/enrolment/groups")).Document.QuerySelector("main tbody")!.TextContent;
        Assert.Equal(first, (await saule.Get("/enrolment/groups?p=99")).Document.QuerySelector("main tbody")!.TextContent);
    }

    [Fact]
    public async Task TheFindingsOfALargeInstitutionAreThoseOfTheLastLook()
    {
        var gulnar = await In("ru", "gulnar");
        Assert.Contains("Проверено", (await gulnar.Get("/compliance")).Text, StringComparison.Ordinal);
        var known = alys.Service<KnownFindings>();
        var found = known.Of("R-3.1");
        Assert.NotNull(found?.LookedAt);
        known.Keep("R-3.1", found with { Args = [7, 8] });
        Assert.Contains("7", (await gulnar.Get("/compliance/rules/R-3.1")).Document.QuerySelector("dl.kv dd")!.TextContent, StringComparison.Ordinal);
        await gulnar.Get("/compliance");
        Assert.Equal([7, 8], known.Of("R-3.1")!.Args);
    }

    /// <summary>Groups Ұ-01 to Ұ-60 with a course each.</summary>
    public async ValueTask InitializeAsync() => await alys.Act(async act =>
    {
        if (await act.Db.Set<GroupRow>().AnyAsync(g => g.Code == "Ұ-60", act.Ct)) return 0;
        var subject = await act.Db.Set<SubjectRow>().SingleAsync(s => s.Code == "db", act.Ct);
        var period = await act.Db.Set<PeriodRow>().SingleAsync(p => p.Code == "2026-autumn", act.Ct);
        for (var i = 1; i <= LargeHost.Groups; i++)
        {
            var group = await Group.Open(act, string.Create(CultureInfo.InvariantCulture, $"Ұ-{i:00}"), null, null, "kk", period.Start);
            await Course.Open(act, subject.Id, group.Id, period.Id, null);
        }
        return 0;
    });

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>A person who reads in another language than her own.</summary>
    private async Task<Visitor> In(string language, string userName)
    {
        var visitor = await alys.SignIn(userName);
        await visitor.Get("/language/" + language);
        return visitor;
    }

    private static IEnumerable<string> Lines(PageAnswer page, string line) => page.Document.QuerySelectorAll(line).Select(l => (l.ParentElement!.LocalName == "tr" ? l.ParentElement : l).TextContent.Trim());
}
