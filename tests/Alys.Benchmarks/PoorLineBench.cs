using Alys.Link;

namespace Alys.Benchmarks;

/// <summary>How long pages and the newcomer's journey take on the poor line. Each run has its own seed of losses; shown are the median and the slowest.</summary>
internal sealed class PoorLineBench(Browser browser, ILine line, Budgets budgets, Report report)
{
    private const int Patience = 120_000;

    /// <summary>The line by its own measure, before anything is measured through it.</summary>
    public async Task ProveTheLine()
    {
        if (line.Side is not { } side) return;
        line.BePoor(seed: 1);
        var proof = await side.Prove(pings: 300, transferBytes: 60_000);
        line.Open();
        report.Table($"The poor line by its own measure: {line.Name}, seed 1", "", "figure")
            .Also(add =>
            {
                add(["round trip of a ping, median, ms (26.9 of them are its sending)", Figures.Show(proof.RoundTripMilliseconds)]);
                add([$"pings without an answer, of {proof.Asked}", WireBench.Whole(proof.Lost.Count)]);
                add(["transfer over TCP, kbit/s of payload", Figures.Show(proof.KilobitsPerSecond)]);
            });
        if (proof.KilobitsPerSecond > budgets.Line.KilobitsPerSecond) throw new InvalidOperationException($"The line is too good: {proof.KilobitsPerSecond:0.0} kbit/s.");
    }

    /// <summary>Time to usable, each page in an empty browser and then as the next page.</summary>
    public async Task Pages(string cookies, Pages pages)
    {
        var add = report.Table($"Time to usable, seconds; {line.Name}; {Runs}", "page", "first visit: first paint", "first visit: usable", "slowest", "next visit: usable", "slowest");
        foreach (var kind in new[] { "sign-in", "day page", "outline", "unit", "thread", "test question" })
        {
            var url = kind == "sign-in" ? "/sign-in" : pages.Urls.GetValueOrDefault(kind);
            if (url == null) continue;
            var (first, next) = (new List<Visit>(), new List<Visit>());
            for (var seed = 1; seed <= line.Runs; seed++)
            {
                await using (var tab = await browser.Empty(kind == "sign-in" ? null : cookies)) first.Add(await Poorly(seed, () => tab.Open(url)));
                await using (var tab = await browser.Empty(kind == "sign-in" ? null : cookies))
                {
                    await tab.Open(kind == "day page" ? pages.Urls["outline"] : kind == "sign-in" ? "/sign-in?to=%2F" : "/");
                    next.Add(await Poorly(seed, () => tab.Open(url)));
                }
            }
            add([kind, Seconds(first, 50, x => x.FirstPaintMilliseconds), Seconds(first, 50, x => x.LoadedMilliseconds), Seconds(first, 100, x => x.LoadedMilliseconds), Seconds(next, 50, x => x.LoadedMilliseconds), Seconds(next, 100, x => x.LoadedMilliseconds)]);
        }
    }

    /// <summary>The newcomer's journey: sign-in, day page, outline, unit, thread, first answer saved; empty cache. Moving time: what she waits, not what she reads.</summary>
    public async Task Journey(string userName, string password, Pages pages)
    {
        var add = report.Table($"The newcomer's journey: sign-in, day page, outline, unit, thread, test, first answer saved; {line.Name}", "", "requests", "bytes", "handshakes, bytes", "seconds of waiting");
        var journeys = new List<IReadOnlyList<(string Step, Visit Visit)>>();
        for (var seed = 1; seed <= line.Runs; seed++)
        {
            var steps = await Poorly(seed, () => Walk(userName, password, pages));
            journeys.Add(steps);
            add([$"journey {seed}", .. Row(steps)]);
        }
        var typical = journeys.OrderBy(x => Total(x).Seconds).ElementAt(journeys.Count / 2);
        foreach (var step in typical) add([$"journey {journeys.IndexOf(typical) + 1}: {step.Step}", .. Row([step])]);
        report.Check("journey, requests", journeys.Max(x => Total(x).Requests), budgets.Journey.Requests, "");
        report.Check("journey, bytes", journeys.Max(x => Total(x).Bytes), budgets.Journey.Bytes, "bytes");
        report.Check("journey, time, the slowest", journeys.Max(x => Total(x).Seconds), budgets.Journey.Seconds, "s");
    }

    private async Task<List<(string, Visit)>> Walk(string userName, string password, Pages pages)
    {
        await using var tab = await browser.Empty();
        var steps = new List<(string, Visit)>();
        async Task Step(string name, Func<Task> deed) => steps.Add((name, await tab.Measure(deed)));
        Task Go(string kind) => Step(kind, () => tab.Page.GotoAsync(kind == "sign-in" ? "/sign-in" : pages.Urls[kind], new() { Timeout = Patience }));
        await Go("sign-in");
        await tab.Page.FillAsync("[name=UserName]", userName);
        await tab.Page.FillAsync("[name=Password]", password);
        await Step("signed in, day page", async () =>
        {
            var arrived = tab.Page.WaitForURLAsync(x => !x.Contains("/sign-in", StringComparison.Ordinal), new() { Timeout = Patience });
            await tab.Page.ClickAsync("main form button");
            await arrived;
        });
        foreach (var kind in new[] { "outline", "unit", "thread", "test question" }) await Go(kind);
        await Step("answer saved", async () =>
        {
            await tab.Page.Locator("[data-kind=SingleChoice] input[type=radio]:not(:checked)").First.CheckAsync(new() { Timeout = Patience });
            await WireBench.Saved(tab.Page);
        });
        return steps;
    }

    private string Runs => line.Runs == 1 ? "one run" : $"medians of {line.Runs} runs, seeds 1 to {line.Runs}, and the slowest";

    private async Task<T> Poorly<T>(int seed, Func<Task<T>> deed)
    {
        line.BePoor(seed);
        try
        {
            return await deed();
        }
        finally
        {
            line.Open();
        }
    }

    private static string[] Row(IReadOnlyList<(string, Visit)> steps)
    {
        var (requests, bytes, handshakes, seconds) = Total(steps);
        return [WireBench.Whole(requests), WireBench.Whole(bytes), WireBench.Whole(handshakes), Figures.Show(seconds)];
    }

    private static (int Requests, long Bytes, long Handshakes, double Seconds) Total(IReadOnlyList<(string Step, Visit Visit)> steps) =>
        (steps.Sum(x => x.Visit.Requests), steps.Sum(x => x.Visit.Bytes), steps.Sum(x => x.Visit.Handshake), steps.Sum(x => x.Visit.LoadedMilliseconds) / 1000);

    private static string Seconds(List<Visit> visits, double percent, Func<Visit, double> figure) => Figures.Show(Figures.Percentile(visits.Select(figure), percent) / 1000);
}
