using System.Text.Json;
using System.Text.Json.Serialization;
using Alys.Assessment.Draw;
using Alys.Assessment.Scoring;

namespace Alys.Assessment.Bank;

[JsonConverter(typeof(JsonStringEnumConverter<OrderRule>))]
internal enum OrderRule
{
    /// <summary>Points only for the right order of all.</summary>
    Whole,
    /// <summary>A part for each element that stands at its place.</summary>
    Position,
    /// <summary>A part for each element that stands right after the one before it, wherever the two stand.</summary>
    Neighbours,
}

/// <summary>Elements to be put in order. The response gives for each element, as shown, the place chosen for it, or null.</summary>
internal sealed record Ordering : ItemBody
{
    public const int MaxElements = 30;

    /// <summary>In the right order.</summary>
    public IReadOnlyList<RichText> Elements { get; init; } = [];
    public OrderRule Rule { get; init; } = OrderRule.Position;

    [JsonIgnore] public override ItemKind Kind => ItemKind.Ordering;
    [JsonIgnore] public override int Shown => Elements.Count;
    [JsonIgnore] public override bool Shuffles => true;

    protected override bool Fits(JsonElement response) =>
        response.ValueKind == JsonValueKind.Array && response.GetArrayLength() == Elements.Count
        && response.EnumerateArray().All(e => e.ValueKind == JsonValueKind.Null || IsIndex(e, Elements.Count));

    protected override Score Judge(JsonElement response, Order order)
    {
        var places = new int[Elements.Count];
        foreach (var (shown, place) in response.EnumerateArray().Index()) places[order.Stored(shown)] = place.ValueKind == JsonValueKind.Null ? -1 : place.GetInt32();
        var atHome = places.Where((place, i) => place == i).Count();
        return Rule switch
        {
            OrderRule.Whole => atHome == places.Length ? Scoring.Score.Full : Scoring.Score.Zero,
            OrderRule.Position => Scoring.Score.OfPercent(100m * atHome / places.Length),
            _ => Scoring.Score.OfPercent(100m * Enumerable.Range(1, places.Length - 1).Count(i => Follow(places, i)) / (places.Length - 1)),
        };
    }

    // Two elements at one place follow nobody: else answers that are no order would earn as much as one.
    private static bool Follow(int[] places, int i) =>
        places[i - 1] >= 0 && places[i] == places[i - 1] + 1 && places.Count(p => p == places[i]) == 1 && places.Count(p => p == places[i - 1]) == 1;

    protected override string? Flaw() =>
        Elements.Count < 2 ? "assessment.refusal.two-elements"
        : Elements.Count > MaxElements ? "assessment.refusal.too-many-elements"
        : Elements.Any(e => e.IsEmpty) ? "assessment.refusal.empty-element"
        : Elements.DistinctBy(e => e.Words.Trim()).Count() < Elements.Count ? "assessment.refusal.equal-elements" : null;
}
