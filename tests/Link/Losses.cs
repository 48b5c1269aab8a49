namespace Alys.Link;

/// <summary>Which packets of a direction are lost: the n-th packet's fate is told by the seed alone.</summary>
public sealed class Losses(double percent, int seed)
{
    private readonly Random _dice = new(seed);

    public bool Next() => _dice.NextDouble() * 100 < percent;
}
