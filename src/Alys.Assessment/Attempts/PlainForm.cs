using System.Text.Json;
using Alys.Assessment.Bank;

namespace Alys.Assessment.Attempts;

/// <summary>The attempt page as a plain form, for browsers without scripts: its fields, read as the responses that the script would send.</summary>
internal static class PlainForm
{
    private static readonly JsonElement Nothing = JsonSerializer.SerializeToElement<object?>(null);

    /// <summary>What the form says now and did not say when it was shown: a page that has grown old undoes nothing by what it leaves alone.</summary>
    public static IEnumerable<(int Item, JsonElement Response)> Changed(IReadOnlyList<ItemBody> items, IFormCollection form)
    {
        foreach (var (i, body) in items.Index())
        {
            var name = $"q{i + 1}";
            if (!form.TryGetValue(name + "was", out var was)) continue;
            var response = Read(body, form, name);
            if (!JsonElement.DeepEquals(response, Parsed(was.ToString()))) yield return (i + 1, response);
        }
    }

    private static JsonElement Read(ItemBody body, IFormCollection form, string name)
    {
        var values = form[name];
        return body switch
        {
            SingleChoice => Index(values.ToString()),
            MultipleChoice => values.Count == 0 ? Nothing : JsonSerializer.SerializeToElement(values.Select(v => Index(v))),
            TrueFalse => values.ToString() switch { "true" => JsonSerializer.SerializeToElement(true), "false" => JsonSerializer.SerializeToElement(false), _ => Nothing },
            Matching or Ordering => AllOrNothing(values.Select(v => Index(v))),
            Cloze cloze => AllOrNothing(cloze.Gaps.Select((g, i) => Read(g.Item, form, $"{name}g{i}"))),
            _ => values.ToString().ReplaceLineEndings("\n") is var text && string.IsNullOrWhiteSpace(text) ? Nothing : JsonSerializer.SerializeToElement(text),
        };
    }

    private static JsonElement Index(string? value) => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? JsonSerializer.SerializeToElement(index) : Nothing;

    private static JsonElement AllOrNothing(IEnumerable<JsonElement> parts)
    {
        var all = parts.ToList();
        return all.TrueForAll(p => p.ValueKind == JsonValueKind.Null) ? Nothing : JsonSerializer.SerializeToElement(all);
    }

    private static JsonElement Parsed(string json)
    {
        try
        {
            return json == "" ? Nothing : JsonSerializer.Deserialize(json, AnswerJson.Default.JsonElement);
        }
        catch (JsonException)
        {
            return Nothing;
        }
    }
}
