using System.Text.Json;
using Alys.Assessment.Bank;
using Alys.Assessment.Draw;

namespace Alys.Assessment.Attempts;

/// <summary>An item as the learner of an attempt sees it: options in their drawn order, the standing answer filled in, no keys.</summary>
internal sealed class ShownItem(AttemptItem item, ItemBody body, JsonElement? given, Answer? answer = null)
{
    public ShownItem(AttemptItem item, ItemBody body, Answer? answer) : this(item, body, answer?.Given(), answer) { }

    public int Position => item.Position;
    public decimal Points => item.MaxPoints;
    public ItemKind Kind => body.Kind;
    public string Prompt => body.Asked(new Order(item.Order));
    public ItemBody Body => body;
    public AttemptItem Item => item;
    public Answer? Answer => answer;
    public JsonElement? Response { get; } = given is { ValueKind: not JsonValueKind.Null } ? given : null;
    public long? At => answer is null ? null : new DateTimeOffset(answer.At).ToUnixTimeMilliseconds();

    /// <summary>Choices, elements or, for matching, answers: as shown.</summary>
    public IReadOnlyList<string> Options { get; } = body switch
    {
        ChoiceItem choice => [.. Places(item, choice.Choices.Count).Select(i => choice.Choices[i].Text.Html)],
        Ordering ordering => [.. Places(item, ordering.Elements.Count).Select(i => ordering.Elements[i].Html)],
        Matching matching => [.. Places(item, matching.Answers.Count).Select(i => matching.Answers[i])],
        _ => [],
    };

    /// <summary>A choice as a list that opens can hold it: without markup.</summary>
    public string OptionWords(int place) => body is ChoiceItem choice ? choice.Choices[new Order(item.Order).Stored(place)].Text.Words.Trim() : Options[place];

    public IReadOnlyList<string> Premises => body is Matching matching ? [.. matching.Pairs.Select(p => p.Premise.Html)] : [];

    /// <summary>What cannot be unsaid by the controls themselves.</summary>
    public bool CanClear => Kind is ItemKind.SingleChoice or ItemKind.TrueFalse or ItemKind.Ordering
        || (body is Cloze cloze && cloze.Gaps.Any(g => g.Item is SingleChoice && g.Look != Formats.Questions.GapLook.DropDown));

    public Order Order => new(item.Order);

    public string? Text => Response is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    public bool IsChosen(int place) => Response switch
    {
        { ValueKind: JsonValueKind.Number } one => one.GetInt32() == place,
        { ValueKind: JsonValueKind.Array } some => some.EnumerateArray().Any(e => e.ValueKind == JsonValueKind.Number && e.GetInt32() == place),
        _ => false,
    };

    public bool IsChosen(bool value) => Response is { ValueKind: JsonValueKind.True or JsonValueKind.False } given && given.GetBoolean() == value;

    /// <summary>Points that the answer earns by the program's own scoring.</summary>
    public decimal Earned => body.Score(Response, new Order(item.Order)).Points(item.MaxPoints) ?? 0;

    /// <summary>The gaps of a text, each as an item with its own order of options, its share of the points and its part of the answer.</summary>
    public IReadOnlyList<(Gap Gap, ShownItem Shown)> Gaps => field ??= body is Cloze cloze ? [.. Within(cloze)] : [];

    private IEnumerable<(Gap, ShownItem)> Within(Cloze cloze)
    {
        var orders = cloze.Orders(new Order(item.Order));
        foreach (var (i, gap) in cloze.Gaps.Index())
        {
            var inner = new AttemptItem { Position = i + 1, MaxPoints = cloze.PointsOf(i, item.MaxPoints), Order = orders[i].Text };
            yield return (gap, new ShownItem(inner, gap.Item, Response is { ValueKind: JsonValueKind.Array } all && i < all.GetArrayLength() ? all[i] : (JsonElement?)null));
        }
    }

    /// <summary>The place of the answer that is matched with a premise, or of an element, or −1.</summary>
    public int Matched(int premise) =>
        Response is { ValueKind: JsonValueKind.Array } given && premise < given.GetArrayLength() && given[premise] is { ValueKind: JsonValueKind.Number } place ? place.GetInt32() : -1;

    private static IEnumerable<int> Places(AttemptItem item, int count) =>
        new Order(item.Order).Places() is { Length: > 0 } places ? places : Enumerable.Range(0, count);
}
