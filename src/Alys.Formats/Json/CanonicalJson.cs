using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Alys.Formats.Json;

/// <summary>
/// JSON in the one form of RFC 8785 (JSON Canonicalization Scheme): no white space, names sorted by UTF-16 code units, numbers as
/// ECMAScript writes doubles. Equal data gives equal bytes, which can be hashed and signed.
/// </summary>
public static class CanonicalJson
{
    /// <summary>Canonical UTF-8 bytes of JSON text.</summary>
    /// <exception cref="JsonException">Not JSON, or not I-JSON (RFC 7493): a name that occurs twice, a lone surrogate, a number beyond a double.</exception>
    public static byte[] Canonicalize(string json)
    {
        using var document = JsonDocument.Parse(json);
        return Write(document.RootElement);
    }

    /// <summary>Canonical UTF-8 bytes of an object, serialised with camel-case names and enumerations by name.</summary>
    /// <exception cref="JsonException">As for <see cref="Canonicalize"/>.</exception>
    public static byte[] Serialize<T>(T value)
    {
        using var document = JsonSerializer.SerializeToDocument(value, Options);
        return Write(document.RootElement);
    }

    /// <summary>Canonical UTF-8 bytes of a JSON value.</summary>
    /// <exception cref="JsonException">As for <see cref="Canonicalize"/>.</exception>
    public static byte[] Write(JsonElement element)
    {
        var text = new StringBuilder();
        Append(text, element);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() },
    };

    static void Append(StringBuilder text, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                AppendObject(text, element);
                break;
            case JsonValueKind.Array:
                text.Append('[');
                var isFirst = true;
                foreach (var item in element.EnumerateArray())
                {
                    _ = isFirst ? text : text.Append(',');
                    isFirst = false;
                    Append(text, item);
                }
                text.Append(']');
                break;
            case JsonValueKind.String:
                AppendString(text, StringOf(element));
                break;
            case JsonValueKind.Number:
                text.Append(EcmaNumber.Format(element.GetDouble()));
                break;
            case JsonValueKind.True or JsonValueKind.False:
                text.Append(element.GetBoolean() ? "true" : "false");
                break;
            case JsonValueKind.Null:
                text.Append("null");
                break;
            default:
                throw new JsonException("A value is undefined.");
        }
    }

    static void AppendObject(StringBuilder text, JsonElement element)
    {
        var properties = element.EnumerateObject().ToList();
        properties.Sort((a, b) => string.CompareOrdinal(a.Name, b.Name));
        text.Append('{');
        for (var i = 0; i < properties.Count; i++)
        {
            if (i > 0)
            {
                if (properties[i].Name == properties[i - 1].Name)
                {
                    throw new JsonException($"The name {properties[i].Name} occurs twice.");
                }
                text.Append(',');
            }
            AppendString(text, properties[i].Name);
            text.Append(':');
            Append(text, properties[i].Value);
        }
        text.Append('}');
    }

    static string StringOf(JsonElement element)
    {
        try
        {
            return element.GetString()!;
        }
        catch (InvalidOperationException e)
        {
            throw new JsonException("A string holds a lone surrogate.", e);
        }
    }

    static void AppendString(StringBuilder text, string value)
    {
        text.Append('"');
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            if (char.IsSurrogate(c) && !(char.IsHighSurrogate(c) ? i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]) : i > 0 && char.IsHighSurrogate(value[i - 1])))
            {
                throw new JsonException("A string holds a lone surrogate.");
            }
            _ = c switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\b' => text.Append("\\b"),
                '\t' => text.Append("\\t"),
                '\n' => text.Append("\\n"),
                '\f' => text.Append("\\f"),
                '\r' => text.Append("\\r"),
                < ' ' => text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture)),
                _ => text.Append(c),
            };
        }
        text.Append('"');
    }
}
