namespace Alys.Formats.Archives;

/// <summary>2-farm before 10-space, in each part of a path.</summary>
public sealed class NaturalOrder : IComparer<string>
{
    /// <summary>The only one that is needed.</summary>
    public static NaturalOrder Instance { get; } = new();

    /// <inheritdoc/>
    public int Compare(string? x, string? y)
    {
        ReadOnlySpan<char> a = x, b = y;
        while (!a.IsEmpty && !b.IsEmpty)
        {
            int left = Digits(a), right = Digits(b);
            if (left > 0 && right > 0)
            {
                var m = a[..left].TrimStart('0');
                var n = b[..right].TrimStart('0');
                var order = m.Length != n.Length ? m.Length.CompareTo(n.Length) : m.SequenceCompareTo(n);
                if (order != 0)
                {
                    return order;
                }
                a = a[left..];
                b = b[right..];
            }
            else
            {
                var order = Rank(a[0]).CompareTo(Rank(b[0]));
                if (order != 0)
                {
                    return order;
                }
                a = a[1..];
                b = b[1..];
            }
        }
        return a.Length != b.Length ? a.Length.CompareTo(b.Length) : string.CompareOrdinal(x, y);
    }

    static int Digits(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAnyExceptInRange('0', '9');
        return end < 0 ? text.Length : end;
    }

    static int Rank(char c) => c == '/' ? 0 : char.ToLowerInvariant(c);
}
