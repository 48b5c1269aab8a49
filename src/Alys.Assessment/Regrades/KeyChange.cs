using System.Text.Json;
using Alys.Assessment.Bank;
using Alys.Assessment.Draw;
using Alys.Assessment.Scoring;

namespace Alys.Assessment.Regrades;

/// <summary>Scores an answer that was given to one version of an item by the key of another. Answers name options by their place, so the places must be found again.</summary>
internal static class KeyChange
{
    /// <summary>Can every answer to the version that was shown be read by the other's key? Kinds whose answers lean on the key itself cannot.</summary>
    public static bool Fits(ItemBody shown, ItemBody key) => (shown, key) switch
    {
        (SingleChoice a, SingleChoice b) => Places(a, b) is not null,
        (MultipleChoice a, MultipleChoice b) => Places(a, b) is not null,
        (Matching a, Matching b) => Places([.. a.Pairs.Select(p => p.Premise.Words)], [.. b.Pairs.Select(p => p.Premise.Words)]) is { } places && places.Index().All(p => p.Index == p.Item),
        (TrueFalse, TrueFalse) or (Numeric, Numeric) or (ShortAnswer, ShortAnswer) => true,
        _ => false,
    };

    /// <summary>The score by the other's key; as the shown version would have it where the answer is none of its answers.</summary>
    public static Score Score(ItemBody shown, ItemBody key, JsonElement? response, Order order)
    {
        if (response is not { } given || given.ValueKind == JsonValueKind.Null || !shown.Accepts(given) || !Fits(shown, key)) return shown.Score(response, order);
        return key.Score(Translated(shown, key, given, order), Order.AsStored);
    }

    private static JsonElement Translated(ItemBody shown, ItemBody key, JsonElement given, Order order)
    {
        switch (shown, key)
        {
            case (ChoiceItem a, ChoiceItem b):
                var places = Places(a, b)!;
                return given.ValueKind == JsonValueKind.Array
                    ? JsonSerializer.SerializeToElement(given.EnumerateArray().Select(e => places[order.Stored(e.GetInt32())]).ToArray())
                    : JsonSerializer.SerializeToElement(places[order.Stored(given.GetInt32())]);
            case (Matching a, Matching b):
                var answers = b.Answers.ToList();
                // An answer that the other version does not have is right for nothing there.
                return JsonSerializer.SerializeToElement(given.EnumerateArray()
                    .Select(e => e.ValueKind == JsonValueKind.Null ? null : answers.IndexOf(a.Answers[order.Stored(e.GetInt32())]) is >= 0 and var at ? at : (int?)null).ToArray());
            default:
                return given;
        }
    }

    private static int[]? Places(ChoiceItem shown, ChoiceItem key) => Places([.. shown.Choices.Select(c => c.Text.Words)], [.. key.Choices.Select(c => c.Text.Words)]);

    /// <summary>Where each shown text stands in the other version: by its words, or at its old place where only words were corrected. Null when neither is sure.</summary>
    internal static int[]? Places(string[] shown, string[] key)
    {
        if (shown.Length != key.Length) return null;
        if (shown.Order(StringComparer.Ordinal).SequenceEqual(key.Order(StringComparer.Ordinal)))
        {
            var free = Enumerable.Range(0, key.Length).ToList();
            return [.. shown.Select(text =>
            {
                var at = free.First(i => key[i] == text);
                free.Remove(at);
                return at;
            })];
        }
        for (var i = 0; i < key.Length; i++)
        {
            if (key[i] != shown[i] && shown.Contains(key[i])) return null;
        }
        return [.. Enumerable.Range(0, shown.Length)];
    }
}
