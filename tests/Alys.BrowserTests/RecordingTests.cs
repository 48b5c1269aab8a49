using Alys.Content;
using Alys.Content.Recordings;
using Alys.Tests;
using Microsoft.Playwright;

namespace Alys.BrowserTests;

/// <summary>The lecture of the world plays in a real browser: with its own HLS, with hls.js, and without any script.</summary>
public sealed class RecordingTests(RecordingHost alys, Chromium chromium) : IClassFixture<RecordingHost>
{
    [Fact]
    public async Task WithScriptsTheLadderPlaysAndAChoiceTakesItsPlace()
    {
        await using var profile = await chromium.Profile(alys.Address);
        var (page, asked) = await Lecture(profile);
        Assert.DoesNotContain(asked, u => u.Contains(".m3u8") || u.Contains(".mp4") || u.Contains(".vtt") || u.Contains("hls"));
        await Press(page);
        Assert.EndsWith("/main.m3u8", await Source(page));
        Assert.DoesNotContain(asked, u => u.Contains("hls.min"));
        await page.ClickAsync("figure.player a:text-is('Тек дыбыс')");
        await Takes(page, s => s.EndsWith(".m4a"));
        await Plays(page);
        Assert.Equal("true", await page.GetAttributeAsync("figure.player a:text-is('Тек дыбыс')", "aria-current"));
        Assert.Empty(await page.Barriers());
    }

    [Fact]
    public async Task ABrowserThatKnowsNoHlsGetsItWhenPlayIsPressed()
    {
        await using var profile = await chromium.Profile(alys.Address);
        await profile.AddInitScriptAsync("HTMLMediaElement.prototype.canPlayType = () => ''");
        var (page, asked) = await Lecture(profile);
        var refused = new List<string>();
        page.Console += (_, m) => { if (m.Text.Contains("Content Security Policy")) refused.Add(m.Text); };
        Assert.DoesNotContain(asked, u => u.Contains("hls.min"));
        await Press(page);
        await Takes(page, s => s.StartsWith("blob:"));
        await Plays(page);
        Assert.Contains(asked, u => u.Contains("hls.min"));
        // On a line of which nothing is known it begins with the slides.
        Assert.Equal("slides.m3u8", asked.First(u => u.EndsWith(".m3u8") && !u.EndsWith("main.m3u8")).Split('/')[^1]);
        Assert.Empty(refused);
    }

    [Fact]
    public async Task WithoutScriptsThePlainFilePlaysAndEachChoiceIsAPage()
    {
        await using var profile = await chromium.Profile(alys.Address, width: 360, height: 740, script: false);
        var (page, _) = await Lecture(profile);
        await Press(page);
        Assert.EndsWith(".mp4", await Source(page));
        await page.Picture("recording-scriptless");
        await page.ClickAsync("figure.player a:text-is('Тек дыбыс')");
        Assert.Contains("/content/media/play/", page.Url);
        await page.FocusAsync("audio");
        await page.Keyboard.PressAsync("Space");
        await Plays(page, "audio");
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0);
    }

    /// <summary>The page with the player, and what the browser asks for from then on.</summary>
    private async Task<(IPage Page, List<string> Asked)> Lecture(IBrowserContext profile)
    {
        await AlysHost.Until(() => alys.Read(db => db.Conversions.AllAsync(c => c.State == ConversionState.Done)));
        var unit = await alys.Read(db => db.Set<PublishedUnitRow>().Where(u => u.Title == "4-лекция. Транзакциялар мен индекстер").Select(u => u.No).SingleAsync());
        var page = await profile.NewPageAsync();
        await page.SignIn("aliya");
        var asked = new List<string>();
        page.Request += (_, r) => asked.Add(r.Url);
        await page.GotoAsync($"/s/3/u/{unit}");
        while (await page.Locator("figure.player").CountAsync() == 0) await page.ClickAsync("a[rel=next]:text('Келесі бет')");
        await page.Locator("figure.player").ScrollIntoViewIfNeededAsync();
        return (page, asked);
    }

    private static async Task Press(IPage page)
    {
        await page.FocusAsync("figure.player video");
        await page.Keyboard.PressAsync("Space");
        await Plays(page);
    }

    private static async Task Plays(IPage page, string media = "figure.player video")
    {
        for (var i = 0; i < 100; i++)
        {
            if (await page.EvaluateAsync<double>($"document.querySelector('{media}').currentTime") > 0.3) return;
            await Task.Delay(100);
        }
        Assert.Fail(await page.EvaluateAsync<string>($"(m => m.currentSrc + ' ' + m.readyState + ' ' + m.paused + ' ' + m.error?.message)(document.querySelector('{media}'))"));
    }

    // Asked from here: the policy of the page forbids the waiting of its own that would evaluate a string.
    private static async Task Takes(IPage page, Func<string, bool> isIt)
    {
        for (var i = 0; i < 200 && !isIt(await Source(page)); i++) await Task.Delay(100);
        Assert.True(isIt(await Source(page)), await Source(page));
    }

    private static Task<string> Source(IPage page) => page.EvaluateAsync<string>("document.querySelector('figure.player video').currentSrc");
}
