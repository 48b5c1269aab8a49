using Microsoft.Playwright;

namespace Alys.Benchmarks;

/// <summary>What pages and acts weigh in a real Chromium.</summary>
internal sealed class WireBench(Browser browser, Budgets budgets, Report report)
{
    // Pages whose weight is mostly what authors wrote: the text is allowed beside the frame.
    private static readonly HashSet<string> WithAuthoredText = ["unit", "task", "thread", "question", "test question"];

    public async Task Weigh(string cookies, Pages pages)
    {
        var add = report.Table("Weight: TCP payload both ways over HTTPS and HTTP/2, without the TLS handshake; counted on an open line, without rate, delay or loss", "page", "first visit: bytes", "first visit: requests", "next visit: bytes", "next visit: requests", "handshake: bytes");
        foreach (var (kind, url) in pages.Urls.OrderBy(x => x.Key, StringComparer.Ordinal))
        {
            Visit first, next;
            await using (var tab = await browser.Empty(cookies)) first = await tab.Open(url);
            await using (var tab = await browser.Empty(cookies))
            {
                await tab.Open(kind == "day page" ? "/communication/notices" : "/");
                next = await tab.Open(url);
            }
            add([kind, Whole(first.Bytes), Whole(first.Requests), Whole(next.Bytes), Whole(next.Requests), Whole(first.Handshake)]);
            var text = WithAuthoredText.Contains(kind) ? budgets.Wire.AuthoredTextBytes : 0;
            report.Check($"{kind}, first visit", first.Bytes, budgets.Wire.FrameFirstBytes + text, "bytes");
            report.Check($"{kind}, next visit", next.Bytes, budgets.Wire.FrameNextBytes + text, "bytes");
        }
    }

    /// <summary>Next visits of a browser that holds the dictionary of pages, which comes once, ten seconds after a page.</summary>
    public async Task WeighWithDictionary(string cookies, Pages pages)
    {
        await using var tab = await browser.Empty(cookies);
        var coming = tab.Page.WaitForResponseAsync(x => x.Url.EndsWith(".dictionary", StringComparison.Ordinal), new() { Timeout = 60_000 });
        await tab.Open("/communication/notices");
        var cost = await tab.Measure(() => coming);
        var add = report.Table($"Next visits with the shared dictionary (RFC 9842), which came once in {Whole(cost.Bytes)} bytes; same line", "page", "bytes", "content coding");
        var frames = new List<double>();
        foreach (var (kind, url) in pages.Urls.OrderBy(x => x.Key, StringComparer.Ordinal))
        {
            var answered = tab.Page.WaitForResponseAsync(x => x.Request.IsNavigationRequest, new() { Timeout = 60_000 });
            var next = await tab.Open(url);
            add([kind, Whole(next.Bytes), (await answered).Headers.GetValueOrDefault("content-encoding", "")]);
            if (!WithAuthoredText.Contains(kind)) frames.Add(next.Bytes);
        }
        report.Check("next visit with the dictionary, median of pages without authored text", Figures.Percentile(frames, 50), budgets.Wire.FrameNextMedianBytes, "bytes");
    }

    /// <summary>One answer given in the player, on an open connection.</summary>
    public async Task WeighAnswer(string cookies, Pages pages)
    {
        await using var tab = await browser.Empty(cookies);
        // The page's live stream opens some seconds later and is no part of the answer.
        var stream = tab.Page.WaitForRequestAsync(x => x.Url.Contains("/live", StringComparison.Ordinal), new() { Timeout = 60_000 });
        await tab.Open(pages.Urls["test question"]);
        await stream;
        var choice = tab.Page.Locator("[data-kind=SingleChoice] input[type=radio]");
        await choice.First.CheckAsync();
        await Saved(tab.Page);
        var visit = await tab.Measure(async () =>
        {
            await choice.Nth(1).CheckAsync();
            await Saved(tab.Page);
        });
        report.Table("One answer saved by the player, on an open line", "", "bytes both ways", "requests")(["answer save", Whole(visit.Bytes), Whole(visit.Requests)]);
        report.Check("one answer save", visit.Bytes, budgets.Wire.AnswerSaveBytes, "bytes");
    }

    /// <summary>One forum message sent by script on an open connection: the request, its acknowledgement, and the post as it comes back by the live stream.</summary>
    public async Task WeighMessage(string cookies, Pages pages)
    {
        await using var tab = await browser.Empty(cookies);
        var stream = tab.Page.WaitForRequestAsync(x => x.Url.Contains("/live", StringComparison.Ordinal), new() { Timeout = 60_000 });
        await tab.Open(pages.Urls["thread"]);
        await stream;
        await Send(tab.Page, "Первое сообщение открывает соединение.");
        var visit = await tab.Measure(() => Send(tab.Page, "Спасибо, теперь понятно!"));
        report.Table("One forum message sent by script, with the post that comes back by the live stream, on an open line", "", "bytes both ways", "requests")(["message", Whole(visit.Bytes), Whole(visit.Requests)]);
        report.Check("one forum message", visit.Bytes, budgets.Wire.MessageBytes, "bytes");
    }

    private static async Task Send(IPage page, string text)
    {
        await page.FillAsync("#reply textarea", text);
        await page.ClickAsync("#reply button");
        await page.Locator("article.post", new() { HasTextString = text }).WaitForAsync(new() { Timeout = 60_000 });
    }

    internal static Task Saved(IPage page) =>
        page.WaitForSelectorAsync("[data-kind=SingleChoice][data-state=saved]", new() { Timeout = 60_000, State = WaitForSelectorState.Attached });

    internal static string Whole(double value) => value.ToString("#,0", CultureInfo.InvariantCulture);
}
