namespace Alys.Compliance;

/// <summary>Worst first: a clause shows the worst verdict of its rules.</summary>
internal enum Verdict
{
    NotMet,
    EvidenceMissing,
    NotYet,
    RecordedByHand,
    Met,
    NotApplicable,
}

/// <summary>What the examination of a rule found.</summary>
/// <param name="Reason">Text key and arguments of one sentence.</param>
internal sealed record Finding(Verdict Verdict, string Reason, params object?[] Args)
{
    /// <summary>The records behind the verdict, bad ones first.</summary>
    public IReadOnlyList<Evidence> Evidence { get; init; } = [];

    /// <summary>When it was found, UTC, where that was not just now.</summary>
    public DateTime? LookedAt { get; init; }

    /// <summary>Met when every piece of evidence is good; not applicable when there is nothing to look at.</summary>
    public static Finding Of(IReadOnlyList<Evidence> looked, string nothing, string counted)
    {
        if (looked.Count == 0) return new Finding(Verdict.NotApplicable, nothing);
        var good = looked.Count(x => x.IsGood);
        return new Finding(good == looked.Count ? Verdict.Met : Verdict.NotMet, counted, good, looked.Count)
        {
            Evidence = [.. looked.OrderBy(x => x.IsGood)],
        };
    }
}

/// <param name="Subject">What was looked at, in the three languages.</param>
/// <param name="Url">The page of the records themselves.</param>
/// <param name="Note">Text key of what was found there, with its arguments.</param>
internal sealed record Evidence(bool IsGood, LocalText Subject, string Url, string Note, params object?[] Args);

/// <summary>An automatic rule.</summary>
internal interface ICheck
{
    string Rule { get; }

    /// <param name="day">The institution's day for which the verdict holds.</param>
    Task<Finding> Look(Db db, DateOnly day, CancellationToken ct);
}
