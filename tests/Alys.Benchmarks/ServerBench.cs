using System.Text;

namespace Alys.Benchmarks;

/// <summary>What a request costs the server, beside the bare endpoint and the bare writer.</summary>
internal sealed class ServerBench(ServerProcess server, string data, Budgets budgets, Report report, TimeSpan time)
{
    private const int Connections = 8;

    public async Task Pages(Learner learner, Pages pages)
    {
        var add = report.Table($"Server: median of three runs with {Connections} connections; CPU of the whole process per request", "page", "requests/s", "p95 ms", "CPU ms", "bare: requests/s", "bare: CPU ms", "ratio of CPU", "with the dictionary: CPU ms", "SQL statements", "client CPU ms");
        string[] kinds = [.. new[] { "outline", "unit", "thread", "test question" }.Where(pages.Urls.ContainsKey)];
        // All pages share code: until the compiler has come to its last word on it, whichever stands first would pay for all.
        for (var round = 0; round < 4; round++)
        {
            foreach (var kind in kinds) await Run(pages.Urls[kind], learner.Cookie);
        }
        foreach (var kind in kinds)
        {
            var url = pages.Urls[kind];
            await learner.Get(url);
            var page = await learner.Get(url);
            Directory.CreateDirectory(Path.Combine(data, "bench"));
            var name = kind.Replace(' ', '-');
            await File.WriteAllTextAsync(Path.Combine(data, "bench", name + ".html"), page.Html);
            var real = await Median(url, learner.Cookie);
            var bare = await Median($"/bench/bare/{name}?queries={page.Statements}", learner.Cookie);
            var against = await Median(url, learner.Cookie, await learner.Dictionary(page));
            var ratio = real.ServerCpuPerRequest / bare.ServerCpuPerRequest;
            add([kind, Figures.Show(real.PerSecond), Figures.Show(real.P95), Figures.Show(real.ServerCpuPerRequest), Figures.Show(bare.PerSecond), Figures.Show(bare.ServerCpuPerRequest), Figures.Show(ratio), Figures.Show(against.ServerCpuPerRequest), page.Statements.ToString(CultureInfo.InvariantCulture), Figures.Show(real.ClientCpuPerRequest)]);
            report.Check($"{kind}, CPU beside the bare endpoint", ratio, budgets.Server.PageToBareEndpointRatio, "×");
            report.Check($"{kind}, CPU with the dictionary", against.ServerCpuPerRequest, budgets.Server.PageCpuMilliseconds, "ms");
            report.Check($"{kind}, CPU", real.ServerCpuPerRequest, budgets.Server.PageCpuMilliseconds, "ms");
        }
        foreach (var (kind, url) in pages.Urls)
        {
            await learner.Get(url);
            report.Check($"{kind}, SQL statements", (await learner.Get(url)).Statements, budgets.Server.SqlStatementsPerLearnerPage, "");
        }
    }

    public async Task Saves(IReadOnlyList<(Learner Learner, Pages Pages)> takers)
    {
        const int connections = 200;
        var disk = Disk.SynchronousWrite(data);
        var bare = await new BareWriter(data).Run(connections, time);
        var floor = await new Load(server).Run(connections, time, (c, _) => Post("/bench/bare", takers[c % takers.Count], "x", 1));
        var saves = new List<LoadResult>();
        for (var run = 1; run <= 3; run++)
        {
            var own = run;
            saves.Add(await new Load(server).Run(connections, time, (c, n) => Post($"/a/{takers[c % takers.Count].Pages.AttemptCode}/answers", takers[c % takers.Count], $"b{own}x{c}", n + 1)));
        }
        var save = saves.OrderBy(x => x.PerSecond).ElementAt(1);
        if (save.Failed > 0) throw new InvalidOperationException($"{save.Failed} answer saves were refused.");
        report.Table($"Answer saves: {connections} kept-alive loopback connections, one durable answer row and journal row each; client on the same cores", "", "per second", "p50 ms", "p99 ms", "server CPU ms", "client CPU ms")
            .Also(add =>
            {
                add(["answer save, POST", Figures.Show(save.PerSecond), Figures.Show(save.P50), Figures.Show(save.P99), Figures.Show(save.ServerCpuPerRequest), Figures.Show(save.ClientCpuPerRequest)]);
                add(["bare endpoint, POST", Figures.Show(floor.PerSecond), Figures.Show(floor.P50), Figures.Show(floor.P99), Figures.Show(floor.ServerCpuPerRequest), Figures.Show(floor.ClientCpuPerRequest)]);
                add(["bare grouped SQLite writer, no server", Figures.Show(bare.PerSecond), "", Figures.Show(bare.P99), "", ""]);
                add(["one synchronous write of 4 kB", "", Figures.Show(disk), "", "", ""]);
            });
        report.Check("answer saves beside the bare grouped writer", save.PerSecond / bare.PerSecond, budgets.Server.AnswerSavesToBareWriterRatio, "×", isAtLeast: true);
    }

    public async Task<LoadResult> Median(string url, string cookie, string? dictionary = null)
    {
        var runs = new List<LoadResult>();
        for (var i = 0; i < 3; i++)
        {
            runs.Add(await Run(url, cookie, dictionary));
        }
        return runs.OrderBy(x => x.ServerCpuPerRequest).ElementAt(1);
    }

    public async Task<LoadResult> Run(string url, string cookie, string? dictionary = null)
    {
        var result = await new Load(server).Run(Connections, time, (_, _) =>
        {
            var request = new HttpRequestMessage(HttpMethod.Get, url);
            request.Headers.Add("Cookie", cookie);
            request.Headers.Add("Accept-Encoding", dictionary is null ? "br, gzip" : "br, gzip, dcz");
            if (dictionary is not null) request.Headers.TryAddWithoutValidation("Available-Dictionary", dictionary);
            return request;
        });
        return result.Failed > 0 ? throw new InvalidOperationException($"{url} failed {result.Failed} times.") : result;
    }

    private static HttpRequestMessage Post(string url, (Learner Learner, Pages Pages) taker, string client, int number)
    {
        var body = $$"""{"client":"{{client}}","answers":[{"seq":{{number}},"item":{{taker.Pages.Item}},"response":{{number % 2}},"at":{{DateTimeOffset.UtcNow.ToUnixTimeMilliseconds()}}}]}""";
        var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("Cookie", taker.Learner.Cookie);
        request.Headers.Add("RequestVerificationToken", taker.Pages.Token);
        return request;
    }
}

internal static class Chain
{
    public static void Also<T>(this T value, Action<T> deed) => deed(value);
}
