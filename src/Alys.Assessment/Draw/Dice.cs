namespace Alys.Assessment.Draw;

/// <summary>SplitMix64: the same seed gives the same form on every machine and every version of .NET.</summary>
internal sealed class Dice(long seed)
{
    private ulong _state = (ulong)seed;

    /// <summary>Evenly 0…below−1.</summary>
    public int Next(int below)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(below);
        return (int)Math.BigMul(Next(), (ulong)below, out _);
    }

    public T[] Shuffle<T>(T[] things)
    {
        for (var i = things.Length - 1; i > 0; i--)
        {
            var j = Next(i + 1);
            (things[i], things[j]) = (things[j], things[i]);
        }
        return things;
    }

    private ulong Next()
    {
        var z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
