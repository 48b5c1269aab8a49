using Alys.Tests;

namespace Alys.BrowserTests;

/// <summary>Search in a real browser: from the header of any page, by keyboard, on a phone, without scripts.</summary>
public sealed class SearchPageTests(AlysHost alys, Chromium chromium) : IClassFixture<AlysHost>
{
    [Theory]
    [InlineData("", "empty")]
    [InlineData("?q=транзакцияның индекстері", "hits")]
    [InlineData("?q=трнзакция", "typo")]
    [InlineData("?q=ждждждж", "none")]
    public async Task ThePageIsAccessibleAndFitsAPhone(string query, string name)
    {
        await using var profile = await chromium.Profile(alys.Address);
        var page = await profile.NewPageAsync();
        await page.SignIn("aliya");
        await page.GotoAsync("/search" + query);
        await page.IsAccessible();
        await page.Picture("search-" + name);
        await page.SetViewportSizeAsync(360, 740);
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0);
        await page.Picture("search-phone-" + name);
    }

    [Fact]
    public async Task WithoutScriptsALearnerGoesFromTheHeaderByKeyboardToTheUnitThatSheLooksFor()
    {
        await using var profile = await chromium.Profile(alys.Address, 360, 740, script: false);
        var page = await profile.NewPageAsync();
        await page.SignIn("aliya");
        await page.GotoAsync("/s/3");
        await page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "Іздеу", Exact = true }).PressAsync("Enter");
        await page.WaitForURLAsync("**/search");
        await page.Locator("#q").FillAsync("реляциялык моделдин");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/search?q=*");
        Assert.NotEqual(0, await page.Locator("main mark").CountAsync());
        await page.Locator("main ol a").First.PressAsync("Enter");
        await page.WaitForURLAsync("**/u/*");
        Assert.Contains("Реляциялық модель", await page.Locator("h1").InnerTextAsync(), StringComparison.Ordinal);
    }
}
