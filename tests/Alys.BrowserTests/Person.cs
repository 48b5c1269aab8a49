using Alys.Tests;
using Microsoft.Playwright;

namespace Alys.BrowserTests;

/// <summary>Somebody at a browser, who reads words, fills fields by their labels and presses what is written on buttons.</summary>
internal sealed class Person(IBrowserContext profile, IPage page, string name) : IAsyncDisposable
{
    // The machine that runs the tests may be busy.
    private const int Patience = 120_000;
    private static int _pictures;

    static Person() => Assertions.SetDefaultExpectTimeout(Patience);

    public IPage Page => page;

    /// <summary>The words on the page.</summary>
    public Task<string> Text => page.InnerTextAsync("body");

    public static async Task<Person> At(IBrowserContext profile, string name)
    {
        profile.SetDefaultTimeout(Patience);
        profile.SetDefaultNavigationTimeout(Patience);
        return new Person(profile, await profile.NewPageAsync(), name);
    }

    public async Task SignIn()
    {
        await Open("/sign-in");
        await Write("Пайдаланушы аты", name);
        await Write("Құпиясөз", Walk.Password);
        await Press("Кіру");
        Assert.DoesNotContain("/sign-in", page.Url, StringComparison.Ordinal);
    }

    public async Task Open(string url)
    {
        var answer = await page.GotoAsync(url);
        Assert.True(answer!.Ok, $"{url}: {answer.Status}");
        await Picture();
    }

    public Task Home() => Open("/");

    /// <summary>Follows the first link in sight that bears exactly these words.</summary>
    public Task Follow(string words) => Go(Links(words).First);

    /// <summary>Follows the link of these words in a part of the page.</summary>
    public Task Follow(string words, ILocator part) => Go(part.GetByRole(AriaRole.Link, new() { Name = words, Exact = true }).First);

    public Task Press(string words) => Go(page.GetByRole(AriaRole.Button, new() { Name = words, Exact = true }).First);

    public ILocator Links(string words) => page.GetByRole(AriaRole.Link, new() { Name = words, Exact = true });

    public ILocator Part(string selector, string words) => page.Locator(selector, new() { HasText = words }).First;

    public Task Write(string label, string value) => Field(label).FillAsync(value);

    public Task Choose(string label, string option) => Field(label).SelectOptionAsync(new SelectOptionValue { Label = option });

    public Task Give(string label, string file) => Field(label).SetInputFilesAsync(file);

    public ILocator Field(string label) => page.GetByLabel(label, new() { Exact = true }).First;

    /// <summary>Waits until the page says it.</summary>
    public async Task Sees(string words) => await Assertions.Expect(page.Locator("body")).ToContainTextAsync(words, new() { UseInnerText = true, Timeout = Patience });

    /// <summary>Reads the page again until it says what another's act brings about in the background.</summary>
    public async Task SeesInTheEnd(string selector, string words)
    {
        await AlysHost.Until(async () =>
        {
            if (string.Join(' ', await page.Locator(selector).AllInnerTextsAsync()).Contains(words, StringComparison.Ordinal)) return true;
            await page.ReloadAsync();
            return false;
        }, seconds: 120);
        await Picture();
    }

    /// <summary>Clicks and waits until the next page has come: not a sleep, and no earlier page is taken for it.</summary>
    public async Task Go(ILocator at)
    {
        var come = new TaskCompletionSource();
        void Came(object? _, IFrame frame) { if (frame == page.MainFrame) come.TrySetResult(); }
        page.FrameNavigated += Came;
        try
        {
            await at.ClickAsync();
            await come.Task.WaitAsync(TimeSpan.FromMilliseconds(Patience), TestContext.Current.CancellationToken);
        }
        catch (Exception e) when (e is TimeoutException or PlaywrightException)
        {
            Assert.Fail($"{name} at {page.Url}: {e.Message}\n{await Text}");
        }
        finally
        {
            page.FrameNavigated -= Came;
        }
        await page.WaitForLoadStateAsync(LoadState.DOMContentLoaded);
        Assert.False((await page.TitleAsync()).StartsWith('·'), $"{page.Url} has no title");
        if (await page.Locator("#errors").CountAsync() > 0) Assert.Fail($"{name} at {page.Url}: {await page.InnerTextAsync("#errors")}");
        await Picture();
    }

    public Task Picture() => page.Picture($"journey-{Interlocked.Increment(ref _pictures):000}-{name}");

    public async ValueTask DisposeAsync() => await profile.DisposeAsync();
}
