namespace Alys.Assessment.Scoring;

/// <summary>A part of an item's points, 0…1, or "a person must decide".</summary>
internal readonly record struct Score
{
    private Score(decimal? fraction) => Fraction = fraction;

    /// <summary>Null when a person must mark the response.</summary>
    public decimal? Fraction { get; }
    public bool NeedsPerson => Fraction is null;

    public static Score Zero => new(0);
    public static Score Full => new(1);
    public static Score ByPerson => new(null);

    /// <summary>Negative sums are floored at nothing; three thirds written as 33.333 make a whole.</summary>
    public static Score OfPercent(decimal percent) => new(Math.Round(Math.Clamp(percent, 0, 100) / 100, 4, MidpointRounding.AwayFromZero));

    /// <summary>Points rounded to hundredths.</summary>
    public decimal? Points(decimal max) => Fraction is { } f ? Math.Round(f * max, 2, MidpointRounding.AwayFromZero) : null;
}
