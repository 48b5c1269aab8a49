using System.Text.Json;
using Alys.Drills;

// bin/drill NAME --runs N [--engine sqlite|postgres] [--seed S]
var name = args.FirstOrDefault() ?? "";
string? Option(string option) => Array.IndexOf(args, option) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
var runs = int.Parse(Option("--runs") ?? "100", CultureInfo.InvariantCulture);
var seed = int.Parse(Option("--seed") ?? Random.Shared.Next().ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
Console.WriteLine($"{name}: {runs} runs, seed {seed}");
Outcome outcome = name switch
{
    "kill" => await KillDrill.Run(Engine.Named(Option("--engine") ?? "sqlite"), runs, seed, Console.WriteLine),
    "kill-postgres" => await KillDrill.Run(Engine.Named("postgres"), runs, seed, Console.WriteLine),
    "sync" => await SyncDrill.Run(runs, Console.WriteLine),
    "full-disk" => await FullDiskDrill.Run(runs, seed, Console.WriteLine),
    _ => throw new ArgumentException("Drills: kill, kill-postgres, sync, full-disk"),
};
Console.WriteLine(outcome.Summary);
if (Option("--json") is { } file) File.WriteAllText(file, JsonSerializer.Serialize(outcome.Figures, new JsonSerializerOptions { WriteIndented = true }));
return outcome.Passed ? 0 : 1;
