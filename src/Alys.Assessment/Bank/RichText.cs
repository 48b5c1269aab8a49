using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Alys.Assessment.Bank;

[JsonConverter(typeof(JsonStringEnumConverter<TextFormat>))]
internal enum TextFormat { Plain, Markdown, Html }

/// <summary>A text as its author wrote it, and the clean HTML made of it once, when the version was made.</summary>
internal sealed partial record RichText(string Source, TextFormat Format = TextFormat.Plain, string? Clean = null)
{
    public static implicit operator RichText(string plain) => new(plain);

    /// <summary>Without a word: of a picture alone nothing is left once it is clean.</summary>
    [JsonIgnore] public bool IsEmpty => string.IsNullOrWhiteSpace(Words);

    [JsonIgnore]
    public string Words => Clean is null ? Source : WebUtility.HtmlDecode(Tag().Replace(Clean, " "));

    [JsonIgnore]
    public string Html => Clean ?? Encoded(Source);

    private static string Encoded(string text)
    {
        var html = new StringBuilder(text.Length + 16);
        foreach (var line in text.ReplaceLineEndings("\n").Trim().Split('\n'))
        {
            if (html.Length > 0) html.Append("<br>");
            html.Append(Encoder.Encode(line));
        }
        return html.ToString();
    }

    [GeneratedRegex("<[^>]+>")] private static partial Regex Tag();

    // The default encoder would turn each Cyrillic letter into eight bytes.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All);
}
