namespace Alys.Assessment.Draw;

/// <summary>Which stored option stands at each place that the learner sees. Stored with the attempt as "2,0,1"; empty is the stored order.</summary>
internal readonly record struct Order(string Text)
{
    public static Order AsStored => new("");

    public int[] Places() => string.IsNullOrEmpty(Text) ? [] : [.. Text.Split(',').Select(int.Parse)];

    /// <summary>The stored index of what stands at a shown place.</summary>
    public int Stored(int shown)
    {
        var places = Places();
        return places.Length == 0 ? shown : places[shown];
    }

    /// <summary>How many places an order has that only serves as the seed of <see cref="Dice"/>: 16 give more orders than there will be attempts.</summary>
    public const int SeedLength = 16;

    /// <summary>
    /// Dice that fall the same for this order for ever, for an item that draws more than the order of one row of options. Null for the stored order.
    /// </summary>
    public Dice? Dice()
    {
        if (string.IsNullOrEmpty(Text)) return null;
        // FNV-1a: as stable as the dice themselves.
        var seed = 14695981039346656037UL;
        foreach (var c in Text) seed = unchecked((seed ^ c) * 1099511628211UL);
        return new Dice(unchecked((long)seed));
    }

    public static Order Shuffled(int count, Dice dice) => new(string.Join(',', dice.Shuffle([.. Enumerable.Range(0, count)])));
}
