namespace Alys.Assessment;

/// <summary>What a learner's attempts at a sitting come to by the sitting's rule.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Percent">0 to 100 with two decimals.</param>
/// <param name="Points">Points of the attempt that counts, or the mean of all.</param>
/// <param name="MaxPoints">What they are out of.</param>
/// <param name="AttemptId">The attempt that counts; null for a mean.</param>
/// <param name="Number">Its number; null for a mean.</param>
/// <param name="Attempts">How many attempts were over.</param>
public sealed record SittingResult(CountingAttempt Rule, decimal Percent, decimal Points, decimal MaxPoints, Guid? AttemptId, int? Number, int Attempts)
{
    /// <summary>
    /// Null while there is none. The best is the best of those marked so far; the first, the last and the mean wait until what they need is marked, so that
    /// no mark comes that the next review must take back.
    /// </summary>
    /// <param name="rule">The sitting's rule.</param>
    /// <param name="attempts">All attempts of one learner at one sitting.</param>
    public static SittingResult? Of(CountingAttempt rule, IEnumerable<AttemptRow> attempts)
    {
        var over = attempts.Where(a => a.State != AttemptState.Running && a.SubmittedAt is not null).OrderBy(a => a.Number).ToList();
        if (over.Count == 0) return null;
        if (rule == CountingAttempt.Average) return over.TrueForAll(a => a.IsMarked) ? Mean(over) : null;
        var counts = rule switch
        {
            CountingAttempt.First => over[0],
            CountingAttempt.Last => over[^1],
            _ => over.Where(a => a.IsMarked).MaxBy(Share),
        };
        return counts is not { IsMarked: true } ? null : new(rule, Rounded(Share(counts)), counts.Points ?? 0, counts.MaxPoints, counts.Id, counts.Number, over.Count);
    }

    private static SittingResult Mean(List<AttemptRow> over) =>
        new(CountingAttempt.Average, Rounded(over.Average(Share)), Rounded(over.Average(a => a.Points ?? 0)), Rounded(over.Average(a => a.MaxPoints)), null, null, over.Count);

    private static decimal Share(AttemptRow attempt) => attempt.MaxPoints <= 0 ? 0 : Math.Clamp(100 * (attempt.Points ?? 0) / attempt.MaxPoints, 0, 100);
    private static decimal Rounded(decimal value) => Math.Round(value, 2, MidpointRounding.AwayFromZero);
}
