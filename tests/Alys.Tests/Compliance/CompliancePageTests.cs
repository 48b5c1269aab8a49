using System.Net;
using Alys.Compliance;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Alys.Tests.Compliance;

public sealed class CompliancePageTests(AlysHost alys) : IClassFixture<AlysHost>
{
    [Theory]
    [InlineData("kk", "404-бұйрық")]
    [InlineData("ru", "приказа 404")]
    [InlineData("en", "Order 404")]
    public async Task TheHeadSeesAllFiftySixClausesInHerLanguage(string language, string words)
    {
        var gulnar = await alys.SignIn("gulnar");
        await gulnar.Get("/language/" + language);
        var page = await gulnar.Get("/compliance");
        Assert.Contains(words, page.Title);
        Assert.Equal(Enumerable.Range(1, 56).Select(x => "clause-" + x), page.Document.QuerySelectorAll("tbody tr").Select(x => x.Id));
        Assert.All(page.Document.QuerySelectorAll("tbody tr"), x => Assert.NotNull(x.QuerySelector(".badge")));
    }

    [Fact]
    public async Task FromAVerdictOneComesToItsRecordsInTwoSteps()
    {
        var gulnar = await Gulnar();
        var page = await (await gulnar.Get("/compliance")).Click("R-3.1");
        Assert.Contains("has a tutor", page.Text);
        Assert.NotEmpty(page.Document.QuerySelectorAll("ul.list a"));
    }

    [Fact]
    public async Task ANormIsRecordedByHandWithItsDocument()
    {
        var gulnar = await Gulnar();
        var page = await (await gulnar.Get("/compliance/rules/R-25")).Click("Record by hand");
        page = await page.Submit("main form", new() { ["Form.Kept"] = "yes", ["Form.Document"] = "Measurement of the uplink, no. 7", ["Form.DocumentDate"] = "2026-09-01" });
        Assert.Equal("/compliance/rules/R-25", page.Url.AbsolutePath);
        Assert.Contains("Recorded by hand", page.Document.QuerySelector("dl .badge")!.TextContent);
        Assert.Contains("Measurement of the uplink, no. 7", page.Text);
    }

    [Fact]
    public async Task ADocumentThatHasExpiredIsNoEvidence()
    {
        var gulnar = await Gulnar();
        var page = await gulnar.Get("/compliance/records/new?rule=R-26");
        page = await page.Submit("main form", new() { ["Form.Kept"] = "yes", ["Form.Document"] = "Act no. 3", ["Form.DocumentDate"] = "2026-01-10", ["Form.ValidUntil"] = "2026-02-10" });
        Assert.Contains("Evidence missing", page.Document.QuerySelector("dl .badge")!.TextContent);
    }

    [Fact]
    public async Task ARecordWithoutADocumentIsRefusedAndTheFormStaysFilled()
    {
        var gulnar = await Gulnar();
        var page = await gulnar.Get("/compliance/records/new?rule=R-11");
        page = await page.Submit("main form", new() { ["Form.Kept"] = "no", ["Form.Document"] = " ", ["Form.DocumentDate"] = "2026-09-01", ["Form.Note"] = "The order is being written" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("Name the document", page.Text);
        Assert.Contains("The order is being written", page.Text);
    }

    [Fact]
    public async Task WhatTheProgramChecksItselfCannotBeRecordedByHand()
    {
        var gulnar = await Gulnar();
        Assert.Equal(HttpStatusCode.NotFound, (await gulnar.Get("/compliance/records/new?rule=R-37")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await gulnar.Get("/compliance/rules/R-99")).Status);
    }

    [Fact]
    public async Task ALearnerDoesNotKnowOfIt()
    {
        var anna = await alys.SignIn("anna");
        Assert.Equal(HttpStatusCode.NotFound, (await anna.Get("/compliance")).Status);
    }

    [Fact]
    public async Task AReportIsIssuedInThreeLanguagesAndSaysWhatIsLacking()
    {
        var gulnar = await Gulnar();
        foreach (var (language, words) in new[] { ("kk", "Тексеру нәтижесі"), ("ru", "Что найдено"), ("en", "What was found") })
        {
            var page = await (await gulnar.Get("/compliance/report")).Submit("main form", new() { ["Language"] = language });
            Assert.Equal("/compliance/report", page.Url.AbsolutePath);
            var pdf = await gulnar.Http.GetByteArrayAsync(page.Document.QuerySelector("ul.list a.end")!.GetAttribute("href"), TestContext.Current.CancellationToken);
            var text = PdfText.Of(pdf);
            Assert.Contains(words, text, StringComparison.Ordinal);
            Assert.Contains("R-54.5", text, StringComparison.Ordinal);
        }
        Assert.Equal(HttpStatusCode.NotFound, (await (await alys.SignIn("aliya")).Get("/compliance/report")).Status);
    }

    [Fact]
    public async Task AVerdictThatChangesLeavesItsHistory()
    {
        // The program's own first look comes a few seconds after its start.
        await AlysHost.Until(async () => await alys.Read(db => db.Set<VerdictEntry>().AnyAsync(x => x.Rule == "R-30")));
        var gulnar = await Gulnar();
        var page = await gulnar.Get("/compliance/records/new?rule=R-30");
        await page.Submit("main form", new() { ["Form.Kept"] = "yes", ["Form.Document"] = "Act of the studio", ["Form.DocumentDate"] = "2026-01-10" });
        await Keep();
        await Keep();
        page = await gulnar.Get("/compliance/history");
        var line = Assert.Single(page.Document.QuerySelectorAll("ul.list li"), x => x.TextContent.Contains("R-30", StringComparison.Ordinal));
        Assert.Equal(["Evidence missing", "Recorded by hand"], line.QuerySelectorAll(".badge").Select(x => x.TextContent.Trim()));
        page = await gulnar.Get("/compliance/rules/R-30");
        Assert.Equal(2, page.Document.QuerySelectorAll("main ul.list").Last().QuerySelectorAll("li").Length);
    }

    private async Task Keep()
    {
        var now = alys.Service<TimeProvider>().GetUtcNow().UtcDateTime;
        await using var scope = alys.Service<IServiceScopeFactory>().CreateAsyncScope();
        var findings = await scope.ServiceProvider.GetRequiredService<Examination>().Afresh(DateOnly.FromDateTime(Alys.Platform.Texts.Local(now)), TestContext.Current.CancellationToken);
        await alys.Act(act => VerdictEntry.Keep(act, alys.Service<RulePack>(), findings, now, alys.Service<Alys.Platform.TextTable>()));
    }

    private async Task<Visitor> Gulnar()
    {
        var gulnar = await alys.SignIn("gulnar");
        await gulnar.Get("/language/en");
        return gulnar;
    }
}
