namespace Alys.Assessment.Statistics;

/// <summary>An item of an attempt, scored.</summary>
/// <param name="Points">What it earned.</param>
/// <param name="Weight">What it could earn; above 0.</param>
/// <param name="AnsweredAt">When the answer that stands was given.</param>
internal sealed record ScoredItem(Guid VersionId, int Position, double Points, double Weight, DateTime? AnsweredAt);

/// <summary>An attempt with its scored items.</summary>
internal sealed record ScoredAttempt(Guid Id, DateTime StartedAt, IReadOnlyList<ScoredItem> Items)
{
    public double Max { get; } = Items.Sum(i => i.Weight);
    public double Points { get; } = Items.Sum(i => i.Points);
    public double Share => Max <= 0 ? 0 : Points / Max;
}

/// <summary>How a test worked as a whole. Totals are shares of the highest score, 0…1, so that forms of unequal weight can stand together.</summary>
/// <param name="Attempts">Attempts reckoned.</param>
/// <param name="Mean">0…1.</param>
/// <param name="Median">0…1.</param>
/// <param name="Deviation">Of a sample.</param>
/// <param name="Bands">Attempts with a total of 0–10 %, 10–20 % … 90–100 %; the last holds 100 %.</param>
/// <param name="Alpha">Cronbach's alpha; null where nothing varies.</param>
/// <param name="Error">Standard error of measurement, as a share.</param>
/// <param name="IsEstimate">Learners had different items, so that alpha is an estimate: each item's variance counts as often as it was drawn.</param>
internal sealed record TestFigures(int Attempts, double Mean, double Median, double? Deviation, IReadOnlyList<int> Bands, double? Alpha, double? Error, bool IsEstimate)
{
    public static TestFigures Of(IReadOnlyList<ScoredAttempt> attempts)
    {
        var totals = attempts.Select(a => a.Share).ToList();
        var bands = new int[10];
        foreach (var total in totals) bands[Math.Clamp((int)Math.Floor((total * 10) + 1e-9), 0, 9)]++;
        var deviation = Numbers.Deviation(totals);
        var alpha = AlphaOf(attempts, totals);
        return new(attempts.Count, totals.Count == 0 ? 0 : totals.Average(), Numbers.Median(totals), deviation, bands, alpha,
            alpha is { } a && deviation is { } s ? s * Math.Sqrt(Math.Max(0, 1 - a)) : null,
            attempts.Select(x => string.Join(',', x.Items.Select(i => i.VersionId).Order())).Distinct().Skip(1).Any());
    }

    /// <summary>k ⁄ (k − 1) · (1 − Σ variance of items ⁄ variance of totals), each item as a share of the highest score of its attempt.</summary>
    private static double? AlphaOf(IReadOnlyList<ScoredAttempt> attempts, IReadOnlyList<double> totals)
    {
        if (attempts.Count < 2 || Numbers.Variance(totals) is not { } whole || whole < 1e-12) return null;
        var length = attempts.Average(a => a.Items.Count);
        if (length < 2) return null;
        var parts = attempts.SelectMany(a => a.Items.Select(i => (i.VersionId, Value: i.Points / a.Max))).GroupBy(i => i.VersionId)
            .Sum(g => (Numbers.Variance([.. g.Select(i => i.Value)]) ?? 0) * g.Count() / attempts.Count);
        return length / (length - 1) * (1 - (parts / whole));
    }

    /// <summary>What the reliability says: a text key under <c>assessment.statistics.says</c>.</summary>
    public string Says() => Attempts < ItemFigures.Enough ? "few-attempts" : Alpha is not { } alpha ? "no-alpha" : alpha < Thresholds.Reliable ? "unreliable" : alpha < Thresholds.Decisive ? "reliable" : "decisive";
}
