using System.Text.Json;
using Alys.Drills;

// bin/drill NAME --runs N [--engine sqlite|postgres] [--seed S] [--progress FILE] [--json FILE]
// Runs in pieces of a few minutes; with --progress a drill that was interrupted goes on after its last whole piece.
var name = args.FirstOrDefault() ?? "";
string? Option(string option) => Array.IndexOf(args, option) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
var runs = int.Parse(Option("--runs") ?? "100", CultureInfo.InvariantCulture);
var random = Option("--seed") is { } given ? new Random(int.Parse(given, CultureInfo.InvariantCulture)) : new Random();
const int most = 25;

var pieces = Option("--progress") is { } kept && File.Exists(kept) ? File.ReadLines(kept).Select(line => JsonSerializer.Deserialize<Piece>(line)!).ToList() : [];
if (pieces.Count > 0) Console.WriteLine($"{name}: {pieces.Sum(p => p.Runs)} runs are done");
var passed = true;
while (passed && pieces.Sum(p => p.Runs) is var done && done < runs)
{
    var (piece, seed) = (Math.Min(most, runs - done), random.Next());
    Console.WriteLine($"{name}: {piece} runs of {runs}, seed {seed}");
    var outcome = await Run(piece, seed);
    Console.WriteLine(outcome.Summary);
    passed = outcome.Passed;
    pieces.Add(new(piece, outcome.Passed, outcome.Figures.ToDictionary(f => f.Key, f => JsonSerializer.SerializeToElement(f.Value))));
    if (passed && Option("--progress") is { } progress) File.AppendAllText(progress, JsonSerializer.Serialize(pieces[^1]) + "\n");
}
if (Option("--json") is { } file)
{
    File.WriteAllText(file, JsonSerializer.Serialize(new { runs = pieces.Sum(p => p.Runs), passed = pieces.All(p => p.Passed), pieces = pieces.Select(p => p.Figures) }, new JsonSerializerOptions { WriteIndented = true }));
}
return pieces.All(p => p.Passed) ? 0 : 1;

Task<Outcome> Run(int count, int seed) => name switch
{
    "kill" => KillDrill.Run(Engine.Named(Option("--engine") ?? "sqlite"), count, seed, Console.WriteLine),
    "kill-postgres" => KillDrill.Run(Engine.Named("postgres"), count, seed, Console.WriteLine),
    "sync" => SyncDrill.Run(count, Console.WriteLine),
    "full-disk" => FullDiskDrill.Run(count, seed, Console.WriteLine),
    _ => throw new ArgumentException("Drills: kill, kill-postgres, sync, full-disk"),
};

internal sealed record Piece(int Runs, bool Passed, Dictionary<string, JsonElement> Figures);
