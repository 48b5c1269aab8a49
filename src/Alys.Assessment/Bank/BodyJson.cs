using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Alys.Assessment.Bank;

[JsonSerializable(typeof(ItemBody))]
internal sealed partial class BodyJson : JsonSerializerContext
{
    // Stored only, never written into a page: Cyrillic stays one letter long.
    private static readonly BodyJson Stored = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    public static string Write(ItemBody body) => JsonSerializer.Serialize(body, Stored.ItemBody);

    public static ItemBody Read(string json) => JsonSerializer.Deserialize(json, Stored.ItemBody) ?? throw new JsonException("An item body is never null.");
}
