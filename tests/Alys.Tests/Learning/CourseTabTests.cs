using System.Net;

namespace Alys.Tests.Learning;

/// <summary>A course leads nobody to a page that does not exist for her.</summary>
public sealed class CourseTabTests(AlysHost alys) : IClassFixture<AlysHost>
{
    [Theory]
    [InlineData("aliya", "/s/3/q /s/3/f /s/3/grades /s/3/l")]
    [InlineData("daulet", "/s/3/q /s/3/f /s/3/grades /s/3/l /learning/ledger/3 /learning/duedays/3")]
    [InlineData("aigerim", "/s/3/q /s/3/f /s/3/l /learning/ledger/3")]
    [InlineData("saule", "/s/3/q /s/3/f /s/3/l /learning/ledger/3 /learning/duedays/3")]
    [InlineData("marat", "/s/3/grades /s/3/l /learning/ledger/3")]
    [InlineData("nurlan", "/s/3/q /s/3/f /s/3/l /learning/ledger/3")]
    public async Task TheTabsAreThosePagesThatTheReaderMaySee(string userName, string tabs)
    {
        var visitor = await alys.SignIn(userName);
        var page = await visitor.Get("/s/3");
        Assert.Equal(tabs, string.Join(' ', page.Document.QuerySelectorAll(".tabs a:not([aria-current])").Select(a => a.GetAttribute("href"))));
        foreach (var link in page.Document.QuerySelectorAll("main a[href^='/']").Select(a => a.GetAttribute("href")!).Where(h => !h.Contains("/u/", StringComparison.Ordinal)).Distinct())
            Assert.True((await visitor.Get(link)).Status == HttpStatusCode.OK, $"{userName}: {link}");
    }
}
