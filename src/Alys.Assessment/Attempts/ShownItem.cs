using System.Text.Json;
using Alys.Assessment.Bank;
using Alys.Assessment.Draw;

namespace Alys.Assessment.Attempts;

/// <summary>An item as the learner of an attempt sees it: options in their drawn order, the standing answer filled in, no keys.</summary>
internal sealed class ShownItem(AttemptItem item, ItemBody body, Answer? answer)
{
    public int Position => item.Position;
    public decimal Points => item.MaxPoints;
    public ItemKind Kind => body.Kind;
    public string Prompt => body.Prompt.Html;
    public ItemBody Body => body;
    public AttemptItem Item => item;
    public Answer? Answer => answer;
    public JsonElement? Response { get; } = answer?.Given() is { ValueKind: not JsonValueKind.Null } given ? given : null;
    public long? At => answer is null ? null : new DateTimeOffset(answer.At).ToUnixTimeMilliseconds();

    /// <summary>Choices or, for matching, answers: as shown.</summary>
    public IReadOnlyList<string> Options { get; } = body switch
    {
        ChoiceItem choice => [.. Places(item, choice.Choices.Count).Select(i => choice.Choices[i].Text.Html)],
        Matching matching => [.. Places(item, matching.Answers.Count).Select(i => matching.Answers[i])],
        _ => [],
    };

    public IReadOnlyList<string> Premises => body is Matching matching ? [.. matching.Pairs.Select(p => p.Premise.Html)] : [];

    public string? Text => Response is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    public bool IsChosen(int place) => Response switch
    {
        { ValueKind: JsonValueKind.Number } one => one.GetInt32() == place,
        { ValueKind: JsonValueKind.Array } some => some.EnumerateArray().Any(e => e.ValueKind == JsonValueKind.Number && e.GetInt32() == place),
        _ => false,
    };

    public bool IsChosen(bool value) => Response is { ValueKind: JsonValueKind.True or JsonValueKind.False } given && given.GetBoolean() == value;

    /// <summary>The place of the answer that is matched with a premise, or −1.</summary>
    public int Matched(int premise) =>
        Response is { ValueKind: JsonValueKind.Array } given && premise < given.GetArrayLength() && given[premise] is { ValueKind: JsonValueKind.Number } place ? place.GetInt32() : -1;

    private static IEnumerable<int> Places(AttemptItem item, int count) =>
        new Order(item.Order).Places() is { Length: > 0 } places ? places : Enumerable.Range(0, count);
}
