namespace Alys.Assessment.Statistics;

/// <summary>One answer to an item: the share of its points that it got, and the share that the same attempt got of all its other points.</summary>
/// <param name="Share">0…1.</param>
/// <param name="Rest">0…1; null where the attempt has no other item.</param>
/// <param name="Total">0…1, of the whole attempt.</param>
/// <param name="Seconds">From the answer before, or from the start; null without an answer.</param>
internal sealed record ItemAnswer(Guid AttemptId, double Share, double? Rest, double Total, double? Seconds);

/// <summary>How an item worked: the figures of classical test theory.</summary>
/// <param name="Answers">Attempts that had it.</param>
/// <param name="Facility">Mean share of its points, 0…1.</param>
/// <param name="Deviation">Standard deviation of the share (of a sample).</param>
/// <param name="Correlation">Item–rest correlation (point-biserial where the item is right or wrong), −1…1; null where one of them does not vary.</param>
/// <param name="Discrimination">Facility among the upper 27 % by total less facility among the lower 27 %, −1…1.</param>
/// <param name="Seconds">Mean time to the answer.</param>
internal sealed record ItemFigures(int Answers, double Facility, double? Deviation, double? Correlation, double? Discrimination, double? Seconds)
{
    /// <summary>Kelley (1939): the share at each end that tells the strong from the weak best.</summary>
    public const double Tail = 0.27;
    /// <summary>Fewer answers say little.</summary>
    public const int Enough = 10;

    public static ItemFigures Of(IReadOnlyList<ItemAnswer> answers)
    {
        var timed = answers.Where(a => a.Seconds is not null).Select(a => a.Seconds!.Value).ToList();
        var paired = answers.Where(a => a.Rest is not null).ToList();
        return new(answers.Count, answers.Count == 0 ? 0 : answers.Average(a => a.Share), Numbers.Deviation([.. answers.Select(a => a.Share)]),
            Numbers.Correlation([.. paired.Select(a => a.Share)], [.. paired.Select(a => a.Rest!.Value)]), Index(answers), timed.Count == 0 ? null : timed.Average());
    }

    /// <summary>Those with equal totals at the border of a group are in it with the part that has room, so that no order of rows decides.</summary>
    private static double? Index(IReadOnlyList<ItemAnswer> answers)
    {
        var size = Math.Floor(answers.Count * Tail);
        if (size < 1) return null;
        var ranks = answers.GroupBy(a => Math.Round(a.Total, 9)).OrderBy(g => g.Key).Select(g => (Count: g.Count(), Share: g.Average(a => a.Share))).ToList();
        return Mean(Enumerable.Reverse(ranks)) - Mean(ranks);

        double Mean(IEnumerable<(int Count, double Share)> from)
        {
            var (left, sum) = (size, 0.0);
            foreach (var (count, share) in from)
            {
                var taken = Math.Min(left, count);
                sum += taken * share;
                left -= taken;
                if (left <= 0) break;
            }
            return sum / size;
        }
    }

    /// <summary>What the figures say, worst first: text keys under <c>assessment.statistics.says</c>.</summary>
    public IEnumerable<string> Says()
    {
        if (Answers < Enough)
        {
            yield return "few";
            yield break;
        }
        if (Correlation < 0 || Discrimination < 0) yield return "negative";
        else if (Discrimination < Thresholds.Weak && Facility is >= Thresholds.Hard and <= Thresholds.Easy) yield return "weak";
        if (Facility < Thresholds.Hard) yield return "hard";
        if (Facility > Thresholds.Easy) yield return "easy";
        if (Discrimination >= Thresholds.Good) yield return "good";
    }
}

/// <summary>Where a figure begins to mean something, with who said so.</summary>
internal static class Thresholds
{
    /// <summary>Ebel and Frisbie, Essentials of Educational Measurement, 5th ed. (1991): below 0.20 poor, from 0.40 very good.</summary>
    public const double Weak = 0.20, Good = 0.40;
    /// <summary>Allen and Yen, Introduction to Measurement Theory (1979): items between 0.3 and 0.7 tell most; above 0.9 nearly everybody has it.</summary>
    public const double Hard = 0.30, Easy = 0.90;
    /// <summary>Haladyna and Downing (1993): a distractor that fewer than 5 % choose does not work.</summary>
    public const double Idle = 0.05;
    /// <summary>Nunnally and Bernstein, Psychometric Theory, 3rd ed. (1994): 0.70 for modest uses, 0.90 where the single person is decided on.</summary>
    public const double Reliable = 0.70, Decisive = 0.90;
}

/// <summary>Plain statistics of samples.</summary>
internal static class Numbers
{
    public static double? Variance(IReadOnlyList<double> values)
    {
        if (values.Count < 2) return null;
        var mean = values.Average();
        return values.Sum(v => (v - mean) * (v - mean)) / (values.Count - 1);
    }

    public static double? Deviation(IReadOnlyList<double> values) => Variance(values) is { } variance ? Math.Sqrt(variance) : null;

    public static double? Correlation(IReadOnlyList<double> x, IReadOnlyList<double> y)
    {
        if (x.Count < 2) return null;
        double mx = x.Average(), my = y.Average(), xy = 0, xx = 0, yy = 0;
        for (var i = 0; i < x.Count; i++)
        {
            xy += (x[i] - mx) * (y[i] - my);
            xx += (x[i] - mx) * (x[i] - mx);
            yy += (y[i] - my) * (y[i] - my);
        }
        // What does not vary beyond the last digits of a double has no correlation.
        return xx < 1e-12 || yy < 1e-12 ? null : Math.Clamp(xy / Math.Sqrt(xx * yy), -1, 1);
    }

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count == 0 ? 0 : (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}
