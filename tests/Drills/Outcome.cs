namespace Alys.Drills;

/// <summary>What a drill found. It passed when nothing acknowledged was lost, changed or doubled.</summary>
internal sealed record Outcome(bool Passed, string Summary, IReadOnlyDictionary<string, object> Figures);

/// <summary>The promise was broken: says exactly how.</summary>
internal sealed class BrokenPromise(string how) : Exception(how);
