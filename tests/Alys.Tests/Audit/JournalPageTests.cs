using System.Net;

namespace Alys.Tests.Audit;

public sealed class JournalPageTests(AlysHost alys) : IClassFixture<AlysHost>
{
    [Fact]
    public async Task TheAdministratorReadsTheJournalAndThatIsWrittenIntoIt()
    {
        var nurlan = await Nurlan();
        var page = await nurlan.Get("/audit");
        Assert.Equal("Event log", page.Title);
        page = await (await nurlan.Get("/audit")).Submit("main form", new() { ["Filter.What"] = "audit.journal.read" });
        Assert.Contains("Оразбеков", page.Document.QuerySelector("tbody tr")!.TextContent);
        Assert.All(page.Document.QuerySelectorAll("tbody code"), x => Assert.Equal("audit.journal.read", x.TextContent));
    }

    [Fact]
    public async Task OlderRowsAreReachedByTheCursorWithoutOverlap()
    {
        var nurlan = await Nurlan();
        await alys.Act(act =>
        {
            for (var i = 0; i < 60; i++) act.Wrote("audit.tests.page", "Row", Guid.NewGuid());
            return Task.FromResult(0);
        });
        var first = await nurlan.Get("/audit");
        var second = await first.Click("Earlier");
        string[] Cursors(PageAnswer page) => [.. page.Document.QuerySelectorAll("details .meta").Select(x => x.TextContent.Split(' ')[0])];
        Assert.Equal(50, Cursors(first).Length);
        Assert.NotEmpty(Cursors(second));
        Assert.Empty(Cursors(first).Intersect(Cursors(second)));
    }

    [Fact]
    public async Task FiltersByPersonAndDayNarrow()
    {
        var nurlan = await Nurlan();
        await nurlan.Get("/audit");
        var page = await (await nurlan.Get("/audit")).Submit("main form", new() { ["Filter.Who"] = "Оразбеков", ["Filter.What"] = "audit.journal" });
        Assert.NotEmpty(page.Document.QuerySelectorAll("tbody tr"));
        Assert.All(page.Document.QuerySelectorAll("tbody tr"), x => Assert.Contains("Оразбеков", x.TextContent));
        page = await (await nurlan.Get("/audit")).Submit("main form", new() { ["Filter.Until"] = "2001-01-01" });
        Assert.Contains("no such event", page.Text);
    }

    [Fact]
    public async Task AWrongDayIsRefusedInOneSentence()
    {
        var nurlan = await Nurlan();
        var page = await nurlan.Get("/audit?Filter.Since=yesterday");
        Assert.NotNull(page.Document.QuerySelector("[role=alert]"));
    }

    [Fact]
    public async Task ALearnerDoesNotKnowOfTheJournal()
    {
        var learner = await alys.SignIn("anna");
        Assert.Equal(HttpStatusCode.NotFound, (await learner.Get("/audit")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await learner.Get("/audit/seals")).Status);
    }

    [Fact]
    public async Task VerifyingShowsItsOutcome()
    {
        var nurlan = await Nurlan();
        var page = await (await nurlan.Get("/audit/seals")).Submit("main form");
        Assert.Contains("Whole", page.Text);
        Assert.Contains("every hash agrees", page.Text);
    }

    private async Task<Visitor> Nurlan()
    {
        var nurlan = await alys.SignIn("nurlan");
        await nurlan.Get("/language/en");
        return nurlan;
    }
}
