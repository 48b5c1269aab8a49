using System.Text.Json;
using System.Text.Json.Serialization;
using Alys.Assessment.Draw;
using Alys.Assessment.Scoring;
using Alys.Formats.Questions;

namespace Alys.Assessment.Bank;

/// <summary>A gap of a text: a question without a text of its own.</summary>
/// <param name="Item">A short answer, a number, a single or a multiple choice.</param>
/// <param name="Weight">Its share of the points, against the other gaps' weights.</param>
internal sealed record Gap(ItemBody Item, decimal Weight = 1, [property: JsonConverter(typeof(JsonStringEnumConverter<GapLook>))] GapLook Look = GapLook.DropDown)
{
    public const decimal MaxWeight = 1000;
    [JsonIgnore] public bool Shuffles => Item.Shuffles;
}

/// <summary>What stands before a gap, and the gap; the last part has none.</summary>
internal readonly record struct ClozePart(string Html, int? Gap);

/// <summary>A text with gaps. In the prompt a mark <c>[[1]]</c> stands for each. The response has one for each gap, or null.</summary>
internal sealed record Cloze : ItemBody
{
    public const int MaxGaps = 50;
    private const string Blank = "_____";

    public IReadOnlyList<Gap> Gaps { get; init; } = [];

    [JsonIgnore] public override ItemKind Kind => ItemKind.Cloze;
    [JsonIgnore] public override int Shown => Shuffles ? Order.SeedLength : 0;
    [JsonIgnore] public override bool Shuffles => Gaps.Any(g => g.Shuffles);
    [JsonIgnore] public IReadOnlyList<ClozePart> Parts => field ??= ClozeMarks.Split(Prompt.Html, Gaps.Count);
    [JsonIgnore] public override string Words => ClozeMarks.Replace(Prompt.Words, _ => Blank);

    /// <summary>With a numbered blank for each gap.</summary>
    public override string Asked(Order order) => string.Concat(Parts.Select(p => p.Gap is { } gap ? $"{p.Html}<b>({gap + 1})</b>{Blank}" : p.Html));

    /// <summary>The order of options within each gap, drawn by the dice of the item's own order.</summary>
    public Order[] Orders(Order order)
    {
        var dice = order.Dice();
        return [.. Gaps.Select(g => dice is not null && g.Shuffles ? Order.Shuffled(g.Item.Shown, dice) : Order.AsStored)];
    }

    /// <summary>Points of a gap when the whole item gives so many.</summary>
    public decimal PointsOf(int gap, decimal max) => max * Gaps[gap].Weight / Gaps.Sum(g => g.Weight);

    protected override bool Fits(JsonElement response) =>
        response.ValueKind == JsonValueKind.Array && response.GetArrayLength() == Gaps.Count && response.EnumerateArray().Zip(Gaps).All(g => g.Second.Item.Accepts(g.First));

    protected override Score Judge(JsonElement response, Order order)
    {
        var orders = Orders(order);
        var earned = response.EnumerateArray().Select((given, i) => Gaps[i].Weight * Gaps[i].Item.Score(given, orders[i]).Fraction!.Value).Sum();
        return Scoring.Score.OfPercent(100 * earned / Gaps.Sum(g => g.Weight));
    }

    protected override string? Flaw() =>
        Gaps.Count == 0 ? "cloze.problem.no-gaps"
        : Gaps.Count > MaxGaps ? "assessment.refusal.too-many-gaps"
        : Gaps.Any(g => g.Weight is <= 0 or > Gap.MaxWeight) ? "assessment.refusal.gap-weight"
        : Gaps.Any(g => g.Item is not (ShortAnswer or Numeric or SingleChoice or MultipleChoice)) ? "assessment.refusal.gap-kind"
        : Parts.Where(p => p.Gap is not null).Select(p => p.Gap!.Value).Order().SequenceEqual(Enumerable.Range(0, Gaps.Count)) ? Gaps.Select(g => g.Item.FlawWithoutPrompt()).FirstOrDefault(f => f is not null)
        : "assessment.refusal.gap-place";
}
