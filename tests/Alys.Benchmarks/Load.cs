using System.Diagnostics;
using System.Net.Http;

namespace Alys.Benchmarks;

/// <summary>What a run of requests cost.</summary>
internal sealed record LoadResult(int Requests, int Failed, double PerSecond, double P50, double P95, double P99, double ServerCpuPerRequest, double ClientCpuPerRequest);

/// <summary>Kept-alive connections that each ask again as soon as they are answered.</summary>
internal sealed class Load(ServerProcess server)
{
    /// <param name="connections">Connections at once.</param>
    /// <param name="time">How long to measure, after half of it for warming up.</param>
    /// <param name="request">Makes the request of a connection's n-th turn.</param>
    public async Task<LoadResult> Run(int connections, TimeSpan time, Func<int, int, HttpRequestMessage> request)
    {
        using var handler = new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false, MaxConnectionsPerServer = connections };
        using var client = new HttpClient(handler) { BaseAddress = server.Http };
        var turns = new int[connections];
        await Phase(client, turns, time / 2, request);
        var (serverCpu, clientCpu) = (server.CpuMilliseconds(), Process.GetCurrentProcess().TotalProcessorTime.TotalMilliseconds);
        var clock = Stopwatch.StartNew();
        var (took, failed) = await Phase(client, turns, time, request);
        var seconds = clock.Elapsed.TotalSeconds;
        var n = Math.Max(1, took.Count);
        return new LoadResult(took.Count, failed, took.Count / seconds, Figures.Percentile(took, 50), Figures.Percentile(took, 95), Figures.Percentile(took, 99),
            (server.CpuMilliseconds() - serverCpu) / n, (Process.GetCurrentProcess().TotalProcessorTime.TotalMilliseconds - clientCpu) / n);
    }

    private static async Task<(List<double> Took, int Failed)> Phase(HttpClient client, int[] turns, TimeSpan time, Func<int, int, HttpRequestMessage> request)
    {
        var all = new List<double>();
        var failed = 0;
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, turns.Length).Select(connection => Task.Run(async () =>
        {
            var own = new List<double>();
            while (clock.Elapsed < time)
            {
                var began = Stopwatch.GetTimestamp();
                using var message = request(connection, turns[connection]++);
                using var answer = await client.SendAsync(message);
                await answer.Content.LoadIntoBufferAsync();
                if (!answer.IsSuccessStatusCode) Interlocked.Increment(ref failed);
                own.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            }
            lock (all) all.AddRange(own);
        })));
        return (all, failed);
    }
}
