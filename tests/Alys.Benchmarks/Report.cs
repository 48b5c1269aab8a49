using System.Diagnostics;
using System.Text.Json;

namespace Alys.Benchmarks;

/// <summary>The figures of a run: a table for the eye, JSON for tests and documents.</summary>
internal sealed class Report
{
    private readonly List<(string Title, string[] Columns, List<string[]> Rows)> _tables = [];
    private readonly List<Verdict> _verdicts = [];

    public sealed record Verdict(string Budget, double Figure, double Limit, string Unit, bool IsKept);

    public IReadOnlyList<Verdict> Verdicts => _verdicts;

    public Action<string[]> Table(string title, params string[] columns)
    {
        var rows = new List<string[]>();
        _tables.Add((title, columns, rows));
        // A run takes minutes: whoever waits sees how far it is.
        return row =>
        {
            rows.Add(row);
            Console.Error.WriteLine($"{DateTime.UtcNow:HH:mm:ss} {string.Join(" | ", row)}");
        };
    }

    /// <summary>A figure that a budget bounds from above, or from below.</summary>
    public void Check(string budget, double figure, double limit, string unit, bool isAtLeast = false) =>
        _verdicts.Add(new(budget, figure, limit, unit, isAtLeast ? figure >= limit : figure <= limit));

    public void Print(TextWriter to)
    {
        to.WriteLine($"Commit {Commit()}, {DateTime.UtcNow:yyyy-MM-dd HH:mm} UTC; {Environment.ProcessorCount} cores, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1048576:#,0} MB, {System.Runtime.InteropServices.RuntimeInformation.OSDescription}; server and client share the cores.");
        foreach (var (title, columns, rows) in _tables)
        {
            to.WriteLine($"\n## {title}\n");
            to.WriteLine("| " + string.Join(" | ", columns) + " |");
            to.WriteLine("|" + string.Concat(columns.Select((_, i) => i == 0 ? "---|" : "--:|")));
            foreach (var row in rows) to.WriteLine("| " + string.Join(" | ", row) + " |");
        }
        to.WriteLine("\n## Budgets\n\n| budget | figure | limit | |\n|---|--:|--:|---|");
        foreach (var x in _verdicts) to.WriteLine($"| {x.Budget} | {Figures.Show(x.Figure)} {x.Unit} | {Figures.Show(x.Limit)} {x.Unit} | {(x.IsKept ? "kept" : "**not kept**")} |");
    }

    public string Json() => JsonSerializer.Serialize(new
    {
        commit = Commit(),
        date = DateTime.UtcNow,
        machine = new { cores = Environment.ProcessorCount, memoryMegabytes = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1048576, system = System.Runtime.InteropServices.RuntimeInformation.OSDescription },
        budgets = _verdicts,
        tables = _tables.Select(x => new { x.Title, rows = x.Rows.Select(r => x.Columns.Zip(r).DistinctBy(c => c.First).ToDictionary(c => c.First, c => c.Second)) }),
    }, new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowNamedFloatingPointLiterals,
    });

    private static string Commit()
    {
        using var git = Process.Start(new ProcessStartInfo("git", ["rev-parse", "--short", "HEAD"]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var commit = git.StandardOutput.ReadToEnd().Trim();
        git.WaitForExit();
        return commit;
    }
}
