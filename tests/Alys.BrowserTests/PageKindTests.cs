using Alys.Access;
using Alys.Assessment.Attempts;
using Alys.Assessment.Bank;
using Alys.Content;
using Alys.Learning;
using Alys.Platform;
using Alys.Tests;
using Alys.Tests.Assessment;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Playwright;

namespace Alys.BrowserTests;

/// <summary>Every kind of page, found from the route table: no violation that axe finds, and no wider than a phone.</summary>
public sealed class PageKindTests(AlysHost alys, Chromium chromium) : IClassFixture<AlysHost>
{
    /// <summary>Who looks, in this order; a kind of page is looked at by the first who may see it.</summary>
    private static readonly string[] Readers = ["", "aliya", "daulet", "saule", "aizhan", "nurlan", "gulnar", "botagoz", "marat", "aigerim"];

    /// <summary>Pages that answer a post only, lead elsewhere at once, or need what a person must send first.</summary>
    private static readonly string[] Unseen =
    [
        "/setup", "/status/{code:int}", "/communication/notices/{n:int}", "/a/{code}/submit", "/a/{code}/say", "/a/{code}/receipt", "/a/{code}/result", "/assessment/attempts/acceptlate/{code}",
        "/assessment/bank/imported/{no:int}", "/assessment/marking/mark/{code}/{position:int}", "/audit/seals/verify", "/content/import/run/{no:int}", "/content/import/show/{no:int}",
        "/content/units/discard/{pack:int}/{no:int}", "/content/units/keep/{pack:int}/{no:int}", "/content/units/publish/{pack:int}/{no:int}", "/curriculum/syllabi/review",
        "/documents/registry/{no:int}/annul", "/documents/registry/{no:int}", "/v/{token}/pdf", "/v/{token}", "/enrolment/import/review", "/enrolment/import/show/{no:int}",
        "/grading/sheets/{no:int}/check", "/grading/sheets/{no:int}/close", "/grading/sheets/{no:int}/fill", "/grading/sheets/{no:int}/reopen",
        "/learning/files/{no:int}/{version:int}/{number:int}", "/s/{s:int}/u/{u:int}/answer/keep", "/content/packs/publish/{pack:int}", "/content/library/release/{no:int}", "/learning/openings/except/{s:int}",
        "/assessment/regrades/show/{no:int}", "/assessment/statistics/csv", "/assessment/statistics/item/{item:int}/{version:int}",
    ];

    /// <summary>Pages that are asked about something.</summary>
    private static readonly Dictionary<string, string> Asked = new(StringComparer.OrdinalIgnoreCase)
    {
        ["/staffing/assignments/new"] = "?course=1", ["/assessment/tests/new"] = "?subject=2", ["/compliance/records/new"] = "?rule=R-4", ["/content/units/restore/4/1"] = "?v=1",
    };

    [Fact]
    public async Task EveryKindOfPageIsAccessibleAndFitsAPhone()
    {
        var values = await Prepare();
        var left = Kinds().ToList();
        var problems = new List<string>();
        var pages = new List<(string, string)>();
        foreach (var reader in Readers)
        {
            var visitor = reader.Length == 0 ? alys.Stranger() : await alys.SignIn(reader);
            var seen = new List<(string Kind, string Url)>();
            foreach (var kind in left)
            {
                if (await FirstSeen(visitor, kind, values) is not { } page) continue;
                seen.Add((kind, page.Url));
                pages.Add((page.Url, page.Html));
            }
            if (seen.Count == 0) continue;
            left.RemoveAll(kind => seen.Exists(s => s.Kind == kind));
            // What stands on a page does not depend on the engine: there it is enough that each kind comes.
            if (!TestDatabase.IsPostgres) problems.AddRange(await Look(reader, "kk", [.. seen.Select(s => s.Url)]));
        }
        if (HtmlChecker.IsHere && !TestDatabase.IsPostgres) problems.AddRange(await HtmlChecker.Errors(pages));
        Assert.True(problems.Count == 0, string.Join('\n', problems));
        Assert.SkipUnless(HtmlChecker.IsHere, "The checker of HTML is not here; bin/test brings it.");
        Assert.Empty(left.Except(Unseen, StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>Unit 7 of the pack has a newer version under review, with a comment.</summary>
    [Theory]
    [InlineData("aizhan", "/content/units/edit/4/7", "/content/units/compare/4/7", "/content/units/history/4/7", "/content/units/show/4/7")]
    [InlineData("aizhan", "/content/media/show/4/2", "/content/media/edit/4/2", "/content/media/list/4?Incomplete=true", "/content/media/store/4")]
    [InlineData("daulet", "/content/reviews", "/content/reviews/show/1", "/content/reviews/comment/1?p=1&b=3", "/content/reviews/answer/1/1")]
    [InlineData("gulnar", "/content/reviews", "/content/reviews/show/1", "/content/reviews/approve/1", "/content/packs/looked/4")]
    public async Task AUnitUnderReviewIsAccessibleAndFitsAPhone(string reader, params string[] urls)
    {
        var problems = await Look(reader, "kk", urls);
        Assert.True(problems.Count == 0, string.Join('\n', problems));
    }

    [Theory]
    [InlineData("ru")]
    [InlineData("en")]
    public async Task TheLearnersPagesAreAccessibleInTheOtherLanguages(string language)
    {
        var problems = await Look("aliya", language, ["/", "/s/3", "/s/3/u/1", "/s/3/f", "/s/3/f/1", "/s/3/f/new", "/s/3/q", "/s/3/q/new", "/s/3/grades", "/s/3/l", "/s/3/t/1", "/communication/notices", "/search?q=индекс"]);
        Assert.True(problems.Count == 0, string.Join('\n', problems));
    }

    /// <summary>A test that was sat: its figures, an item's options, the trial of a regrade and the report of one.</summary>
    [Fact]
    public async Task WhatCameOfATestIsAccessibleAndFitsAPhone()
    {
        var exam = await Exam.Give(alys, Exam.TwoChoices);
        foreach (var (name, choice) in new[] { ("anna", "0"), ("dmitri", "1"), ("yulia", "1") })
        {
            var player = await exam.Begin(await alys.SignIn(name));
            await player.Say("a", (1, 1, choice, Player.Now), (2, 2, "0", Player.Now));
            await player.HandIn("a", 2);
        }
        var item = await alys.Read(db => (from a in db.Set<Attempt>() join i in db.Set<AttemptItem>() on a.Id equals i.AttemptId join v in db.Set<ItemVersion>() on i.VersionId equals v.Id join x in db.Set<Item>() on v.ItemId equals x.Id where a.SittingId == exam.Sitting.Id && i.Position == 1 select x.No).FirstAsync());
        var (place, key) = ($"{exam.Course}/{exam.Sitting.No}", $"{exam.Course}-{exam.Sitting.No}");
        var trial = $"/assessment/regrades/new/{item}/1?Method=FullMarks&Sittings={key}";
        var report = await (await (await alys.SignIn("elena")).Get(trial)).Submit("form.regrade", new() { ["Reason"] = "Сұрақ екіұшты" });
        var problems = await Look("elena", "kk",
            [$"/assessment/statistics/sitting/{place}", $"/assessment/statistics/item/{item}/1?s={key}", trial.Replace("FullMarks", "LeaveOut", StringComparison.Ordinal), report.Url.AbsolutePath, $"/assessment/regrades/{place}"]);
        Assert.True(problems.Count == 0, string.Join('\n', problems));
    }

    private async Task<IReadOnlyList<string>> Look(string reader, string language, IReadOnlyList<string> urls)
    {
        var problems = new List<string>();
        await using var profile = await chromium.Profile(alys.Address, locale: language == "kk" ? "kk-KZ" : language);
        var page = await profile.NewPageAsync();
        if (reader.Length > 0) await page.SignIn(reader);
        await page.GotoAsync($"/language/{language}?to=/");
        foreach (var url in urls)
        {
            var answer = await page.GotoAsync(url);
            if (!answer!.Ok) problems.Add($"{url}: {answer.Status}");
            if (await page.GetAttributeAsync("html", "lang") != language) problems.Add($"{url}: is not in {language}");
            if ((await page.TitleAsync()).TrimStart().StartsWith('·')) problems.Add($"{url}: has no title");
            problems.AddRange((await page.Barriers()).Select(b => $"{url}: {b}"));
            await page.Picture($"page-{language}-{reader}{url.Replace('/', '-')}");
            await page.SetViewportSizeAsync(360, 740);
            var overflow = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            if (overflow > 0) problems.Add($"{url}: is {overflow} px wider than a phone");
            await page.Picture($"phone-{language}-{reader}{url.Replace('/', '-')}");
            await page.SetViewportSizeAsync(1280, 800);
        }
        return problems;
    }

    /// <summary>What the believable institution has no example of: an attempt that runs, work handed in, a sheet. Course 3 is db of its Kazakh group, pack 4 its pack.</summary>
    private async Task<Dictionary<string, string[]>> Prepare()
    {
        var aliya = await alys.SignIn("aliya");
        var attempt = await (await aliya.Get("/s/1/t/1")).Submit("main form");
        var tasks = await alys.Read(db => (from o in db.Set<OpeningRow>() join u in db.Set<PublishedUnitRow>() on o.PackId equals u.PackId join c in db.Set<Alys.Enrolment.CourseRow>() on o.CourseId equals c.Id where c.No == 3 && u.Kind == UnitKind.Task orderby u.No select u.No).ToListAsync());
        await (await aliya.Get($"/s/3/u/{tasks[0]}/answer")).Submit("main form", new() { ["Text"] = "Жауабым" }, button: "Тапсыру");
        await (await (await alys.SignIn("marat")).Get("/grading/sheets/open/3")).Submit("main form");
        var learner = await alys.Read(db => db.Set<PersonRow>().Where(p => p.UserName == "aliya").Select(p => p.No).SingleAsync());
        var recording = await alys.Read(db => db.Set<MediaRow>().Where(m => m.PackNo == 4 && m.Kind == MediaKind.Video).Select(m => m.Key).SingleAsync());
        var code = attempt.Url.AbsolutePath.Split('/')[^1];
        var item = await alys.Read(db => (from a in db.Set<Attempt>() join i in db.Set<AttemptItem>() on a.Id equals i.AttemptId join v in db.Set<ItemVersion>() on i.VersionId equals v.Id join x in db.Set<Item>() on v.ItemId equals x.Id where a.Code == code select x.No).FirstAsync());
        return new()
        {
            ["key"] = [recording], ["language"] = ["kk"], ["s"] = ["3", "1"], ["course"] = ["3"], ["subject"] = ["2", "1"], ["pack"] = ["4"], ["no"] = ["1", "2", "3", "4"], ["u"] = [.. tasks.Select(t => $"{t}")], ["q"] = ["1"], ["t"] = ["1"], ["n"] = ["1"], ["e"] = ["1", "6", "11", "16"],
            ["p"] = [$"{learner}"], ["person"] = [$"{learner}"], ["group"] = ["1"], ["sitting"] = ["1"], ["code"] = [code], ["item"] = [$"{item}"], ["o"] = ["1"], ["role"] = ["tutor"], ["rule"] = ["R-28"],
            ["kind"] = ["grade-sheet"], ["day"] = ["2018-09-01"], ["token"] = ["none"], ["position"] = ["1"], ["year"] = ["2028"], ["version"] = ["1"], ["number"] = ["1"], ["comment"] = ["1"],
        };
    }

    private IEnumerable<string> Kinds() => alys.Service<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(e => e.Metadata.GetMetadata<PageActionDescriptor>() is not null).Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/'))
        .Where(k => !k.EndsWith("/Index", StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal);

    /// <summary>The first address of the kind that shows this visitor a page.</summary>
    private static async Task<(string Url, string Html)?> FirstSeen(Visitor visitor, string kind, Dictionary<string, string[]> values)
    {
        var pattern = RoutePatternFactory.Parse(kind);
        IEnumerable<string> urls = [""];
        foreach (var segment in pattern.PathSegments)
        {
            var part = segment.Parts[0];
            var choices = part is RoutePatternParameterPart parameter ? values[parameter.Name] : [((RoutePatternLiteralPart)part).Content];
            urls = urls.SelectMany(u => choices, (u, c) => $"{u}/{c}").ToList();
        }
        foreach (var url in urls.Take(12).Select(u => u.Length == 0 ? "/" : u + Asked.GetValueOrDefault(u)))
        {
            var answer = await visitor.Http.GetAsync(url, TestContext.Current.CancellationToken);
            if (answer.StatusCode == System.Net.HttpStatusCode.OK && answer.Content.Headers.ContentType?.MediaType == "text/html") return (url, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }
        return null;
    }
}
