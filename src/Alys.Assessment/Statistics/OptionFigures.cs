using System.Text.Json;
using Alys.Assessment.Bank;
using Alys.Assessment.Draw;

namespace Alys.Assessment.Statistics;

/// <summary>A response to an item version with the order in which its options stood.</summary>
internal sealed record GivenResponse(string? Response, string Order, double Total);

/// <summary>How often one option, or one typical answer, was given, and by whom.</summary>
/// <param name="Html">The option, clean HTML.</param>
/// <param name="Worth">The share of the points that it gives; null where it gives none by itself.</param>
/// <param name="Count">How many gave it.</param>
/// <param name="Share">Of all who had the item, 0…1.</param>
/// <param name="Upper">Share among the upper 27 % by total; null where there are too few.</param>
/// <param name="Lower">Share among the lower 27 %.</param>
/// <param name="Total">Mean total of those who gave it; null where nobody did.</param>
internal sealed record OptionFigures(string Html, double? Worth, int Count, double Share, double? Upper, double? Lower, double? Total)
{
    public bool IsRight => Worth > 0;

    /// <summary>Text key under <c>assessment.statistics.option</c>, or null where there is nothing to say.</summary>
    public string? Says(int answers) => answers < ItemFigures.Enough ? null
        : IsRight ? Upper < Lower ? "right-by-the-weak" : null
        : Upper > Lower ? "draws-the-strong" : Worth is not null && Share < Thresholds.Idle ? "idle" : null;

    private const int MostAnswers = 12;

    /// <summary>Options of a choice item in their stored order; of other kinds the most frequent answers, equal but for capitals and spaces.</summary>
    public static IReadOnlyList<OptionFigures> Of(ItemBody body, IReadOnlyList<GivenResponse> given, Texts t)
    {
        var ends = Ends(given);
        switch (body)
        {
            case ChoiceItem choice:
                return [.. choice.Choices.Select((c, i) => One(c.Text.Html, (double)Math.Max(0, c.Weight) / 100, given, ends, r => Chosen(r).Contains(i)))];
            case TrueFalse truth:
                return [.. new[] { true, false }.Select(v => One(((RichText)t[v ? "assessment.true" : "assessment.false"]).Html, truth.Right == v ? 1 : 0, given, ends, r => Element(r) is { ValueKind: JsonValueKind.True or JsonValueKind.False } e && e.GetBoolean() == v))];
            default:
                var typical = given.Select(r => (Text: Words(r), Given: r)).Where(x => x.Text is not null).GroupBy(x => x.Text!, x => x.Given).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Take(MostAnswers);
                return [.. typical.Select(g => One(((RichText)Element(g.First())!.Value.GetString()!.Trim()).Html, (double?)body.Score(Element(g.First()), new(g.First().Order)).Fraction, given, ends, r => Words(r) == g.Key))];
        }
    }

    private static OptionFigures One(string html, double? worth, IReadOnlyList<GivenResponse> given, (IReadOnlyList<GivenResponse> Upper, IReadOnlyList<GivenResponse> Lower)? ends, Func<GivenResponse, bool> chose)
    {
        var who = given.Where(chose).ToList();
        return new(html, worth, who.Count, given.Count == 0 ? 0 : (double)who.Count / given.Count,
            ends?.Upper.Average(r => chose(r) ? 1.0 : 0), ends?.Lower.Average(r => chose(r) ? 1.0 : 0), who.Count == 0 ? null : who.Average(r => r.Total));
    }

    private static (IReadOnlyList<GivenResponse>, IReadOnlyList<GivenResponse>)? Ends(IReadOnlyList<GivenResponse> given)
    {
        var size = (int)Math.Floor(given.Count * ItemFigures.Tail);
        if (size < 1) return null;
        var sorted = given.OrderBy(r => r.Total).ToList();
        // All who stand level with the last of a group belong to it.
        return ([.. sorted.Where(r => r.Total >= sorted[^size].Total - 1e-9)], [.. sorted.Where(r => r.Total <= sorted[size - 1].Total + 1e-9)]);
    }

    private static JsonElement? Element(GivenResponse r) => r.Response is null ? null : JsonSerializer.Deserialize(r.Response, Attempts.AnswerJson.Default.JsonElement);

    private static int[] Chosen(GivenResponse r)
    {
        var order = new Order(r.Order);
        return Element(r) switch
        {
            { ValueKind: JsonValueKind.Number } one => [order.Stored(one.GetInt32())],
            { ValueKind: JsonValueKind.Array } some => [.. some.EnumerateArray().Where(e => e.ValueKind == JsonValueKind.Number).Select(e => order.Stored(e.GetInt32()))],
            _ => [],
        };
    }

    /// <summary>An answer in words, folded; null for other answers and for long texts, which are never alike.</summary>
    private static string? Words(GivenResponse r) => Element(r) is { ValueKind: JsonValueKind.String } text && text.GetString() is { Length: > 0 and <= 100 } said && !string.IsNullOrWhiteSpace(said)
        ? string.Join(' ', said.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) : null;
}
