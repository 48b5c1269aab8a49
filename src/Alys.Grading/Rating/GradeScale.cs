namespace Alys.Grading;

/// <summary>The mark in the words of the traditional system.</summary>
internal enum TraditionalMark { Unsatisfactory, Satisfactory, Good, Excellent }

/// <summary>What happens to a percentage before the table is read, so that 94.5 is not lost between two rows.</summary>
internal enum PercentRounding { HalfAwayFromZero, Down }

/// <summary>A row of the letter scale: from this whole percentage up to the next row's.</summary>
internal sealed record ScaleRow(string Letter, decimal Points, int FromPercent, TraditionalMark Traditional)
{
    public bool IsPositive => Traditional != TraditionalMark.Unsatisfactory;
}

/// <summary>A letter scale as it is in force from a day on. It covers 0 to 100 without gaps, or it cannot be built.</summary>
internal sealed class GradeScale
{
    public GradeScale(DateOnly from, IEnumerable<ScaleRow> rows)
    {
        From = from;
        Rows = [.. rows.OrderByDescending(r => r.FromPercent)];
        if (Rows.Count == 0 || Rows[^1].FromPercent != 0) throw new ArgumentException("The lowest row must begin at 0 %.", nameof(rows));
        if (Rows[0].FromPercent > 100) throw new ArgumentException("No row may begin above 100 %.", nameof(rows));
        if (Rows.DistinctBy(r => r.FromPercent).Count() != Rows.Count) throw new ArgumentException("Two rows begin at the same percentage.", nameof(rows));
        if (Rows.DistinctBy(r => r.Letter).Count() != Rows.Count) throw new ArgumentException("A letter stands twice.", nameof(rows));
        if (Rows.Zip(Rows.Skip(1)).Any(p => p.First.Points < p.Second.Points || p.First.Traditional < p.Second.Traditional))
            throw new ArgumentException("A higher percentage may not have fewer points or a lower mark.", nameof(rows));
    }

    public DateOnly From { get; }

    /// <summary>Best first.</summary>
    public IReadOnlyList<ScaleRow> Rows { get; }

    public static decimal Rounded(decimal percent, PercentRounding rounding) =>
        rounding == PercentRounding.Down ? Math.Floor(percent) : Math.Round(percent, 0, MidpointRounding.AwayFromZero);

    /// <summary>The row of a percentage from 0 to 100.</summary>
    public ScaleRow Of(decimal percent, PercentRounding rounding)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(percent);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(percent, 100);
        var whole = Rounded(percent, rounding);
        return Rows.First(r => r.FromPercent <= whole);
    }

    /// <summary>The row of a failed examination. It is never a positive one, though 49.5 rounds to 50.</summary>
    public ScaleRow OfFailure(decimal percent, PercentRounding rounding)
    {
        var row = Of(percent, rounding);
        return row.IsPositive ? Rows.First(r => !r.IsPositive) : row;
    }

    /// <summary>The last whole percentage of a row.</summary>
    public int ToPercent(ScaleRow row)
    {
        var at = Rows.ToList().IndexOf(row);
        return at == 0 ? 100 : Rows[at - 1].FromPercent - 1;
    }
}
