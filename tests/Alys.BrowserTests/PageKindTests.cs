using Alys.Tests;
using Microsoft.Playwright;

namespace Alys.BrowserTests;

/// <summary>Every kind of page: no violation that axe finds, at a desk's and a phone's width. Course 3 is db-1 of the world.</summary>
public sealed class PageKindTests(AlysHost alys, Chromium chromium) : IClassFixture<AlysHost>
{
    [Theory]
    [InlineData("", "/sign-in", "/")]
    [InlineData("aliya", "/", "/s/3", "/s/3/u/1", "/s/3/f", "/s/3/f/new", "/s/3/q", "/s/3/q/new", "/s/3/grades", "/s/3/t/1", "/communication/notices")]
    [InlineData("saule", "/", "/access/people", "/institution", "/curriculum/subjects", "/curriculum/subjects/show/2", "/curriculum/syllabi/import", "/enrolment/groups", "/enrolment/courses", "/enrolment/import", "/staffing/assignments")]
    [InlineData("saule", "/content/packs", "/content/packs/show/4", "/assessment/bank", "/assessment/bank/import", "/assessment/tests", "/assessment/sittings", "/learning/openings")]
    [InlineData("daulet", "/", "/learning/reviews", "/s/3/grades/all", "/grading/plans/3", "/grading/sheets")]
    [InlineData("nurlan", "/audit", "/audit/seals")]
    [InlineData("gulnar", "/compliance", "/learning/openings")]
    public async Task ThePagesAreAccessibleAndFitAPhone(string userName, params string[] urls)
    {
        await using var profile = await chromium.Profile(alys.Address);
        var page = await profile.NewPageAsync();
        if (userName.Length > 0) await page.SignIn(userName);
        foreach (var url in urls)
        {
            await page.SetViewportSizeAsync(1280, 800);
            var answer = await page.GotoAsync(url);
            Assert.True(answer!.Ok, $"{url}: {answer.Status}");
            await page.IsAccessible();
            await page.Picture($"page-{userName}{url.Replace('/', '-')}");
            await page.SetViewportSizeAsync(360, 740);
            var overflow = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            Assert.True(overflow <= 0, $"{url} is {overflow} px wider than a phone");
            await page.Picture($"phone-{userName}{url.Replace('/', '-')}");
        }
    }
}
