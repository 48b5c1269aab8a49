using System.Diagnostics;

namespace Alys.Drills;

/// <summary>kill -9 at a random moment while answers are being saved; then nothing acknowledged may be lost, changed or doubled.</summary>
internal static class KillDrill
{
    private const int ClientsPerLearner = 3;

    public static async Task<Outcome> Run(Engine engine, int runs, int seed, Action<string> say)
    {
        var random = new Random(seed);
        var data = Directory.CreateTempSubdirectory("alys-drill-").FullName;
        var port = Server.FreePort();
        long acknowledged = 0, unacknowledged = 0;
        var clock = Stopwatch.StartNew();
        if (engine.Name == "sqlite") await Server.Furnish(data);
        var server = await Server.Start(engine, data, port);
        try
        {
            var (takers, url) = await Room.Open(server.Address);
            for (var run = 1; run <= runs; run++)
            {
                foreach (var taker in takers) await taker.Begin(url);
                var killed = false;
                var saving = takers.SelectMany((taker, t) => Enumerable.Range(0, ClientsPerLearner).Select(c => new { taker, client = $"r{run}t{t}c{c}", seed = random.Next() }))
                    .Select(s => Task.Run(async () =>
                    {
                        var own = new Random(s.seed);
                        while (!Volatile.Read(ref killed)) await s.taker.Answer(s.client, own);
                    })).ToArray();
                await Task.Delay(random.Next(20, 600));
                server.Kill();
                Volatile.Write(ref killed, true);
                await Task.WhenAll(saving);
                unacknowledged += takers.Sum(t => t.Given - t.Acknowledged);
                server.Dispose();
                server = await Server.Start(engine, data, port);
                foreach (var taker in takers) await taker.CheckAcknowledged();
                foreach (var taker in takers) await taker.SendAgain(random);
                foreach (var taker in takers) await taker.CheckReceipt();
                foreach (var taker in takers) await taker.HandIn();
                acknowledged += takers.Sum(t => t.Acknowledged);
                var (answers, entries) = (engine.Count(data, "select count(*) from assessment_answers"), engine.Count(data, "select count(*) from platform_journal where \"What\" = 'assessment.answer.saved'"));
                if (answers != entries) throw new BrokenPromise($"{answers} answers but {entries} journal rows.");
                if (run % 10 == 0 || run == runs) say($"{engine.Name}: {run} kills, {acknowledged} answers acknowledged, none lost, none doubled, {clock.Elapsed.TotalSeconds:0} s");
            }
            return Result(true, "none lost, none doubled, none changed, one journal row each");
        }
        catch (BrokenPromise broken)
        {
            return Result(false, broken.Message);
        }
        finally
        {
            server.Dispose();
            Directory.Delete(data, recursive: true);
        }

        Outcome Result(bool passed, string found) => new(passed, $"{engine.Name}: {runs} kills, seed {seed}: {found}", new Dictionary<string, object>
        {
            ["engine"] = engine.Name, ["kills"] = runs, ["seed"] = seed, ["acknowledged"] = acknowledged, ["onTheirWayWhenKilled"] = unacknowledged, ["found"] = found, ["seconds"] = Math.Round(clock.Elapsed.TotalSeconds),
        });
    }
}
