using Alys.Tests;
using Deque.AxeCore.Playwright;
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
        var found = await page.RunAxe();
        Assert.True(found.Violations.Length == 0, page.Url + "\n" + string.Join('\n', found.Violations.Select(v => $"{v.Id}: {v.Help} — {string.Join("; ", v.Nodes.Select(n => n.Html))}")));
    }
}
