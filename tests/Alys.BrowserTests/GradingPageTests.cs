using Alys.Tests;
using Microsoft.Playwright;

namespace Alys.BrowserTests;

/// <summary>The pages of marks and documents: no violation that axe finds, and nothing wider than a phone. Course 3 is db-1 of the world.</summary>
public sealed class GradingPageTests(AlysHost alys, Chromium chromium) : IClassFixture<AlysHost>
{
    [Theory]
    [InlineData("daulet", "/grading/plans", "/grading/plans/3", "/grading/plans/3/add", "/grading/plans/3/rule", "/grading/plans/3/edit/1", "/s/3/grades/all", "/s/3/grades/enter/1", "/grading/sheets/open/3")]
    [InlineData("botagoz", "/grading/sheets", "/grading/scales", "/grading/scales/2018-09-01", "/grading/scales/new", "/documents/registry", "/documents/numbering", "/documents/numbering/grade-sheet")]
    [InlineData("aliya", "/s/3/grades")]
    public async Task ThePagesAreAccessibleAndFitAPhone(string userName, params string[] urls)
    {
        await using var profile = await chromium.Profile(alys.Address);
        var page = await profile.NewPageAsync();
        await page.SignIn(userName);
        foreach (var url in urls)
        {
            await page.SetViewportSizeAsync(1280, 800);
            var answer = await page.GotoAsync(url);
            Assert.True(answer!.Ok, $"{url}: {answer.Status}");
            await page.IsAccessible();
            await page.SetViewportSizeAsync(360, 740);
            var overflow = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            Assert.True(overflow <= 0, $"{url} is {overflow} px wider than a phone");
        }
    }

    [Fact]
    public async Task ASheetIsClosedAndVerifiedByKeyboardAndMouseInARealBrowser()
    {
        await using var profile = await chromium.Profile(alys.Address);
        var page = await profile.NewPageAsync();
        await page.SignIn("kairat");
        await page.GotoAsync("/language/en?to=/");
        await page.GotoAsync("/grading/sheets/open/2");
        await page.ClickAsync("form.open button");
        await page.ClickAsync("text=Fill the sheet");
        await page.ClickAsync("form.fill button");
        await page.IsAccessible();
        var sheet = page.Url;

        await using var second = await chromium.Profile(alys.Address);
        var registrar = await second.NewPageAsync();
        await registrar.SignIn("botagoz");
        await registrar.GotoAsync(sheet + "/check");
        await registrar.PressAsync("form.check button", "Enter");

        await page.GotoAsync(sheet + "/close");
        await page.IsAccessible();
        await page.ClickAsync("form.close button");
        await page.IsAccessible();
        await page.ClickAsync("text=Verify a document");
        await page.IsAccessible();
        var hash = await page.TextContentAsync("dl.kv code");
        await page.FillAsync("#Hash", hash!);
        await page.ClickAsync("main form button");
        Assert.Contains("It matches", await page.TextContentAsync("[role=status]"), StringComparison.Ordinal);
        await page.IsAccessible();
        await page.SetViewportSizeAsync(360, 740);
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0);
    }
}
