using Alys.Tests;
using Microsoft.Playwright;

namespace Alys.BrowserTests;

/// <summary>The shared dictionary of pages (RFC 9842) in a real browser: it comes when the line is quiet, and later pages are sent against it.</summary>
public sealed class PageDictionaryTests(AlysHost alys, Chromium chromium) : IClassFixture<AlysHost>
{
    [Fact]
    public async Task OncePagesHaveADictionaryTheNextOneIsSentAgainstIt()
    {
        await using var profile = await chromium.Profile(alys.Address);
        var page = await profile.NewPageAsync();
        var complaints = new List<string>();
        page.Console += (_, line) => complaints.Add(line.Text);
        await page.SignIn("aliya");
        Assert.Equal("gzip", await Coding(page, "/communication/notices"));
        await page.WaitForResponseAsync(r => r.Url.EndsWith(".dictionary", StringComparison.Ordinal) && r.Ok, new() { Timeout = 30_000 });
        // The browser stores it after its last byte; until then pages come as before.
        var coding = "";
        for (var i = 0; i < 20 && coding != "dcz"; i++)
        {
            await page.WaitForTimeoutAsync(500);
            coding = await Coding(page, "/s/3");
        }
        Assert.Equal("dcz", coding);
        Assert.True(await page.Locator("main h1").IsVisibleAsync());
        Assert.Equal("dcz", await Coding(page, "/s/3/u/1"));
        Assert.True(await page.Locator("article.prose").IsVisibleAsync());
        Assert.Empty(complaints);
    }

    private static async Task<string> Coding(IPage page, string url) => (await page.GotoAsync(url))!.Headers.GetValueOrDefault("content-encoding", "");
}
