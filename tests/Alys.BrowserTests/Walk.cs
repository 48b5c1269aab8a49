using Alys.Tests;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Alys.BrowserTests;

/// <summary>What a person does in a browser, in words.</summary>
internal static class Walk
{
    public const string Password = "Kokzhiek-2026";

    public static async Task SignIn(this IPage page, string userName)
    {
        await page.GotoAsync("/sign-in");
        await page.FillAsync("#UserName", userName);
        await page.FillAsync("#Password", Password);
        await page.ClickAsync("main form button");
        Assert.DoesNotContain("/sign-in", page.Url, StringComparison.Ordinal);
    }

    /// <summary>A picture for people to look at, in artifacts/screens; taken only where ALYS_PICTURES is set, since pictures cost more than the tests.</summary>
    public static async Task Picture(this IPage page, string name)
    {
        if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable("ALYS_PICTURES"))) return;
        var height = await page.EvaluateAsync<int>("document.documentElement.scrollHeight");
        await page.ScreenshotAsync(new() { Path = Path.Combine(TestDatabase.Repository, "artifacts", "screens", name + ".png"), FullPage = height < 6000 });
    }

    /// <summary>No violation that axe knows of (WCAG 2.2 A and AA, best practices).</summary>
    public static async Task IsAccessible(this IPage page)
    {
        var barriers = await page.Barriers();
        Assert.True(barriers.Count == 0, page.Url + "\n" + string.Join('\n', barriers));
    }

    /// <summary>What axe finds on the page. Run in the page itself and asked for violations only: its wrapper opens a second page for each run.</summary>
    public static async Task<IReadOnlyList<string>> Barriers(this IPage page)
    {
        await page.EvaluateAsync(AxeCore + ";0");
        return await page.EvaluateAsync<string[]>("""
            async () => (await axe.run(document, { resultTypes: ["violations"] })).violations.map(v => `${v.id}: ${v.help} — ${v.nodes.map(n => n.html).join("; ")}`)
            """);
    }

    private static readonly string AxeCore = new BundledAxeScriptProvider().GetScript();
}
