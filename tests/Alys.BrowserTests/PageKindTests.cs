using Alys.Tests;
using Microsoft.Playwright;

namespace Alys.BrowserTests;

/// <summary>Every kind of page: no violation that axe finds, at a desk's and a phone's width, with scripts on and off.</summary>
public sealed class PageKindTests(AlysHost alys, Chromium chromium) : IClassFixture<AlysHost>
{
    [Theory]
    [InlineData("", "/sign-in")]
    [InlineData("saule", "/access/people")]
    [InlineData("saule", "/status/404")]
    public async Task ThePageIsAccessibleAndFitsAPhone(string userName, string url)
    {
        await using var profile = await chromium.Profile(alys.Address);
        var page = await profile.NewPageAsync();
        if (userName.Length > 0) await page.SignIn(userName);
        await page.GotoAsync(url);
        await page.IsAccessible();
        await page.Picture("page" + url.Replace('/', '-'));
        await page.SetViewportSizeAsync(360, 740);
        var overflow = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(overflow <= 0, $"{url} is {overflow} px wider than a phone");
        await page.Picture("phone" + url.Replace('/', '-'));
    }
}
