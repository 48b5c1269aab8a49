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

    public static Order Shuffled(int count, Dice dice) => new(string.Join(',', dice.Shuffle([.. Enumerable.Range(0, count)])));
}
