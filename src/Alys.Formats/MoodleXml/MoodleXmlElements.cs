using System.Xml.Linq;
using Alys.Formats.Questions;

namespace Alys.Formats.MoodleXml;

// Moodle writes a text as <x format="html"><text>…</text><file …/></x> and a word sometimes without the <text>.
static class MoodleXmlElements
{
    internal static string Words(this XElement? element) => element is null ? "" : (element.Element("text") ?? element).Value.Trim();

    internal static QuestionText? Text(this XElement? element, MarkupFormat inherited) =>
        element.Words() is { Length: > 0 } words ? new QuestionText(words, FormatOf(element!) ?? inherited) : null;

    internal static MarkupFormat? FormatOf(XElement element) => ((string?)element.Attribute("format"))?.Trim() switch
    {
        null or "" => null,
        "moodle_auto_format" => MarkupFormat.Moodle,
        "plain_text" => MarkupFormat.Plain,
        "markdown" => MarkupFormat.Markdown,
        _ => MarkupFormat.Html,
    };

    internal static bool IsSet(this XElement? element, bool otherwise) => element is null ? otherwise : element.Words() is not ("" or "0" or "false");

    internal static decimal? Number(string text) =>
        decimal.TryParse(text.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && Math.Abs(value) < 1_000_000 ? value : null;
}
