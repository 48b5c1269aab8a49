using Alys.Content;
using Alys.Platform;

namespace Alys.Tests.Search;

/// <summary>What can be found follows what is written, published and withdrawn.</summary>
public sealed class SearchChangeTests(AlysHost alys) : IClassFixture<AlysHost>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task APostIsFoundByThoseOfItsCourseAndAfterItsEditBesideTheNewWords()
    {
        var aliya = await alys.SignIn("aliya");
        var thread = await (await aliya.Get("/s/3/f/new")).Submit("main form", new() { ["Title"] = "Кездесу", ["Text"] = "Сенбіде шахматшылар жиналады" });
        await AlysHost.Until(async () => (await SearchTests.Titles(aliya, "шахматшы")).Length == 1, 20);
        var found = (await aliya.Get("/search?q=шахматшы")).Document.QuerySelector("main ol a")!;
        Assert.Equal("Кездесу", found.TextContent);
        Assert.Equal($"{thread.Url.AbsolutePath}?p=1#p1", found.GetAttribute("href"));
        Assert.Empty(await SearchTests.Titles(await alys.SignIn("anna"), "шахматшы"));
    }

    [Fact]
    public async Task WhatIsWithdrawnIsNotFoundAndWhatIsPublishedIs()
    {
        await alys.AllHeard();
        var aliya = await alys.SignIn("aliya");
        var unit = await alys.Read(db => db.Set<PublishedUnitRow>().Where(u => u.Title == "СОӨЖ. Іркілісті талдау").Select(u => new { u.Id, u.PackId }).FirstAsync(Ct));
        Assert.Contains("СОӨЖ. Іркілісті талдау", await SearchTests.Titles(aliya, "іркілістерді талдау"));
        await alys.Act(async act =>
        {
            var row = await act.Db.Units.FirstAsync(u => u.Id == unit.Id, act.Ct);
            row.Withdraw(act, await act.Db.Packs.FirstAsync(p => p.Id == unit.PackId, act.Ct), "тексеру");
            return 0;
        });
        await AlysHost.Until(async () => !(await SearchTests.Titles(aliya, "іркілістерді талдау")).Contains("СОӨЖ. Іркілісті талдау"), 20);
    }
}
