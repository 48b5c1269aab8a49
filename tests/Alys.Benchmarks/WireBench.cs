using Microsoft.Playwright;

namespace Alys.Benchmarks;

/// <summary>What pages weigh in a real Chromium and how long they take on the poor line.</summary>
internal sealed class WireBench(Browser browser, Line line, Budgets budgets, Report report)
{
    // Pages whose weight is mostly what authors wrote: the text is allowed beside the frame.
    private static readonly HashSet<string> WithAuthoredText = ["unit", "task", "thread", "question", "test question"];

    public async Task Weigh(string cookies, Pages pages)
    {
        var add = report.Table("On the wire: TCP payload both ways over HTTPS and HTTP/2, without the TLS handshake", "page", "first visit, bytes", "requests", "next visit, bytes", "requests", "handshake, bytes");
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

    /// <summary>One answer given in the player, on an open connection.</summary>
    public async Task WeighAnswer(string cookies, Pages pages)
    {
        await using var tab = await browser.Empty(cookies);
        await tab.Open(pages.Urls["test question"]);
        var choice = tab.Page.Locator("[data-kind=SingleChoice] input[type=radio]");
        await choice.First.CheckAsync();
        await Saved(tab.Page);
        var visit = await tab.Measure(async () =>
        {
            await choice.Nth(1).CheckAsync();
            await Saved(tab.Page);
        });
        report.Table("One answer saved by the player", "", "bytes both ways", "requests")(["answer save", Whole(visit.Bytes), Whole(visit.Requests)]);
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
        report.Table("One forum message sent by script, with the post that comes back by the live stream", "", "bytes both ways", "requests")(["message", Whole(visit.Bytes), Whole(visit.Requests)]);
        report.Check("one forum message", visit.Bytes, budgets.Wire.MessageBytes, "bytes");
    }

    private static async Task Send(IPage page, string text)
    {
        await page.FillAsync("#reply textarea", text);
        await page.ClickAsync("#reply button");
        await page.Locator("article.post", new() { HasTextString = text }).WaitForAsync(new() { Timeout = 60_000 });
    }

    /// <summary>Time to usable on the poor line, each page in an empty browser and then as the next page.</summary>
    public async Task Slow(string cookies, Pages pages)
    {
        var add = report.Table($"At {budgets.Line.KilobitsPerSecond} kbit/s and {budgets.Line.RoundTripMilliseconds} ms, our forwarder, no loss: seconds", "page", "first visit: first paint", "first visit: loaded", "next visit: loaded");
        foreach (var kind in new[] { "sign-in", "day page", "outline", "unit", "thread", "test question" })
        {
            var url = kind == "sign-in" ? "/sign-in" : pages.Urls.GetValueOrDefault(kind);
            if (url == null) continue;
            Visit first, next;
            try
            {
                await using (var tab = await browser.Empty(kind == "sign-in" ? null : cookies))
                {
                    SlowDown(true);
                    first = await tab.Open(url);
                }
                SlowDown(false);
                await using (var tab = await browser.Empty(kind == "sign-in" ? null : cookies))
                {
                    await tab.Open(kind == "day page" ? pages.Urls["outline"] : kind == "sign-in" ? "/sign-in?to=%2F" : "/");
                    SlowDown(true);
                    next = await tab.Open(url);
                }
            }
            finally
            {
                SlowDown(false);
            }
            add([kind, Seconds(first.FirstPaintMilliseconds), Seconds(first.LoadedMilliseconds), Seconds(next.LoadedMilliseconds)]);
        }
    }

    /// <summary>The newcomer's journey: sign-in, day page, outline, unit, thread, first answer saved; empty cache, poor line.</summary>
    public async Task Journey(string userName, string password, Pages pages)
    {
        await using var tab = await browser.Empty();
        SlowDown(true);
        try
        {
            var moving = TimeSpan.Zero;
            var visits = new List<Visit>();
            async Task Step(Func<Task> deed)
            {
                var visit = await tab.Measure(deed);
                moving += TimeSpan.FromMilliseconds(visit.LoadedMilliseconds);
                visits.Add(visit);
            }
            await Step(() => tab.Page.GotoAsync("/sign-in", new() { Timeout = 120_000 }));
            await tab.Page.FillAsync("[name=UserName]", userName);
            await tab.Page.FillAsync("[name=Password]", password);
            await Step(async () =>
            {
                var arrived = tab.Page.WaitForURLAsync(x => !x.Contains("/sign-in", StringComparison.Ordinal), new() { Timeout = 120_000 });
                await tab.Page.ClickAsync("main form button");
                await arrived;
            });
            foreach (var kind in new[] { "outline", "unit", "thread" }) await Step(() => tab.Page.GotoAsync(pages.Urls[kind], new() { Timeout = 120_000 }));
            await Step(() => tab.Page.GotoAsync(pages.Urls["test question"], new() { Timeout = 120_000 }));
            await Step(async () =>
            {
                await tab.Page.Locator("[data-kind=SingleChoice] input[type=radio]").Nth(2).CheckAsync(new() { Timeout = 60_000 });
                await Saved(tab.Page);
            });
            var (bytes, requests) = (visits.Sum(x => x.Bytes), visits.Sum(x => x.Requests));
            report.Table("The newcomer's journey: sign-in, day page, outline, unit, thread, test, first answer saved", "requests", "bytes", "handshakes, bytes", "seconds on the poor line")
                ([Whole(requests), Whole(bytes), Whole(visits.Sum(x => x.Handshake)), Seconds(moving.TotalMilliseconds)]);
            report.Check("journey, requests", requests, budgets.Journey.Requests, "");
            report.Check("journey, bytes", bytes, budgets.Journey.Bytes, "bytes");
            report.Check("journey, time", moving.TotalSeconds, budgets.Journey.Seconds, "s");
        }
        finally
        {
            SlowDown(false);
        }
    }

    private static Task Saved(IPage page) =>
        page.WaitForSelectorAsync("[data-kind=SingleChoice][data-state=saved]", new() { Timeout = 60_000, State = WaitForSelectorState.Attached });

    private void SlowDown(bool isSlow) =>
        (line.KilobitsPerSecond, line.RoundTripMilliseconds) = isSlow ? (budgets.Line.KilobitsPerSecond, budgets.Line.RoundTripMilliseconds) : (0, 0);

    private static string Whole(double value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    private static string Seconds(double milliseconds) => Figures.Show(milliseconds / 1000);
}
