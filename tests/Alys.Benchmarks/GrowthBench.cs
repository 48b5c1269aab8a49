namespace Alys.Benchmarks;

/// <summary>What the same pages cost in a small and in a large institution: CPU of a learner's pages, waiting for lists and for the search.</summary>
internal sealed class GrowthBench(Launch launch, Budgets budgets, Report report, TimeSpan time)
{
    private const string Password = "Kokzhiek-2026";
    private const double MostGrowth = 20, MostOfList = 200, MostOfSearch = 100;
    private const int Words = 20;
    private static readonly string[] Kinds = ["day page", "outline", "unit", "thread", "test question"];
    private static readonly string[] Searchers = ["anna", "daulet", "saule"];

    public async Task Run(IReadOnlyList<int> sizes, int units)
    {
        await using var institution = await GrowthInstitution.Open(launch);
        await institution.WithUnits(units);
        var measured = new List<Measured>();
        foreach (var size in sizes)
        {
            await institution.WithLearners(size);
            using var server = await ServerProcess.Start(launch, TimeSpan.FromMinutes(5));
            await Calm(server);
            measured.Add(await Measure(server, institution, measured.Count > 0 ? measured[0].Lists.Keys : []));
        }
        Tell(sizes, measured, units);
    }

    private sealed record Measured(IReadOnlyDictionary<string, double> Cpu, IReadOnlyDictionary<(string Url, string Reader), Waited> Lists, IReadOnlyDictionary<string, Waited> Searches);

    private async Task<Measured> Measure(ServerProcess server, GrowthInstitution institution, IEnumerable<(string Url, string Reader)> known)
    {
        var readers = new Dictionary<string, Learner>();
        foreach (var name in GrowthLists.Readers) readers[name] = await Learner.SignIn(server.Http, name, Password);
        var cpu = await Cpu(server, readers["anna"]);
        var lists = new GrowthLists(server, readers);
        var waited = new Dictionary<(string, string), Waited>();
        foreach (var (url, reader) in (await lists.Find(GrowthLists.Kinds(institution.Routes))).Union(known))
        {
            waited[(url, reader)] = await lists.Wait(url, reader);
            Console.Error.WriteLine($"{DateTime.UtcNow:HH:mm:ss} {url} ({reader}): {Figures.Show(waited[(url, reader)].Median)} ms, {Figures.Show(waited[(url, reader)].P95)} ms");
        }
        var searches = new Dictionary<string, Waited>();
        foreach (var reader in Searchers)
        {
            var each = new List<Waited>();
            foreach (var word in GrowthWords.Asked(launch.World, Words)) each.Add(await lists.Wait("/search?q=" + Uri.EscapeDataString(word), reader));
            // The slowest word stands for the reader.
            searches[reader] = new(Figures.Percentile(each.Select(e => e.Median), 50), each.Max(e => e.P95));
            Console.Error.WriteLine($"{DateTime.UtcNow:HH:mm:ss} search by {reader}: {Figures.Show(searches[reader].Median)} ms, {Figures.Show(searches[reader].P95)} ms");
        }
        foreach (var reader in readers.Values) reader.Dispose();
        return new(cpu, waited, searches);
    }

    private async Task<IReadOnlyDictionary<string, double>> Cpu(ServerProcess server, Learner learner)
    {
        var pages = await Benchmarks.Pages.Find(learner);
        await pages.StartAttempt(learner);
        var bench = new ServerBench(server, launch.Data, budgets, report, time);
        string[] kinds = [.. Kinds.Where(pages.Urls.ContainsKey)];
        // As in the bench of the server: no page pays for the compiler's last word.
        for (var round = 0; round < 4; round++)
        {
            foreach (var kind in kinds) await bench.Run(pages.Urls[kind], learner.Cookie);
        }
        var cpu = new Dictionary<string, double>();
        foreach (var kind in kinds)
        {
            cpu[kind] = (await bench.Median(pages.Urls[kind], learner.Cookie)).ServerCpuPerRequest;
            Console.Error.WriteLine($"{DateTime.UtcNow:HH:mm:ss} {kind}: {cpu[kind]:0.000} ms of CPU");
        }
        return cpu;
    }

    /// <summary>Waits until the jobs of the start (sealing, issuing) are done.</summary>
    private static async Task Calm(ServerProcess server)
    {
        var began = DateTime.UtcNow;
        await Task.Delay(TimeSpan.FromSeconds(8));
        for (var calm = 0; calm < 7 && DateTime.UtcNow - began < TimeSpan.FromMinutes(10);)
        {
            var before = server.OwnCpuMilliseconds();
            await Task.Delay(TimeSpan.FromSeconds(5));
            calm = server.OwnCpuMilliseconds() - before < 750 ? calm + 1 : 0;
        }
        Console.Error.WriteLine($"{DateTime.UtcNow:HH:mm:ss} Calm after {(DateTime.UtcNow - began).TotalSeconds:0} s.");
    }

    private void Tell(IReadOnlyList<int> sizes, IReadOnlyList<Measured> measured, int units)
    {
        var names = sizes.Select(s => s.ToString("#,0", CultureInfo.InvariantCulture)).ToList();
        var add = report.Table($"Growth: CPU ms per request of the same learner's pages, {units:#,0} units", ["page", .. names.Select(n => $"{n} learners"), "growth, %"]);
        foreach (var kind in measured[0].Cpu.Keys)
        {
            var growth = (measured[^1].Cpu[kind] / measured[0].Cpu[kind] - 1) * 100;
            add([kind, .. measured.Select(m => m.Cpu[kind].ToString("0.000", CultureInfo.InvariantCulture)), growth.ToString("0", CultureInfo.InvariantCulture)]);
            report.Check($"{kind}, growth of CPU", growth, MostGrowth, "%");
        }
        add = report.Table("Growth: milliseconds of a list, one visitor", ["page", "reader", .. names.SelectMany(n => new[] { $"{n}: median", $"{n}: p95" })]);
        foreach (var (url, reader) in measured.SelectMany(m => m.Lists.Keys).Distinct().OrderBy(l => l.Url, StringComparer.Ordinal))
        {
            add([url, reader, .. measured.SelectMany(m => Cells(m.Lists.GetValueOrDefault((url, reader))))]);
            foreach (var (m, name) in measured.Zip(names))
            {
                if (m.Lists.TryGetValue((url, reader), out var waited)) report.Check($"{url}, {name} learners", waited.P95, MostOfList, "ms");
            }
        }
        add = report.Table($"Growth: milliseconds of a search, {Words} words", ["reader", .. names.SelectMany(n => new[] { $"{n}: median", $"{n}: p95 of the slowest word" })]);
        foreach (var reader in Searchers)
        {
            add([reader, .. measured.SelectMany(m => Cells(m.Searches[reader]))]);
            foreach (var (m, name) in measured.Zip(names)) report.Check($"search by {reader}, {name} learners", m.Searches[reader].P95, MostOfSearch, "ms");
        }
    }

    private static string[] Cells(Waited? waited) => waited is null ? ["", ""] : [Figures.Show(waited.Median), Figures.Show(waited.P95)];
}
