using System.Net;
using System.Text;
using System.Xml.Linq;
using AngleSharp.Html.Parser;
using Alys.Formats.Questions;

namespace Alys.Formats.Qti12;

// Gathers materials into one text: plain while all of them are, HTML as soon as one is.
sealed class QtiText
{
    internal const string Blank = "_____";

    readonly List<(string Text, bool IsHtml)> parts = [];

    internal HashSet<string> Files { get; } = new(StringComparer.Ordinal);
    internal bool IsEmpty => parts.TrueForAll(p => p.Text.Trim() == "");

    internal static QuestionText? Of(IEnumerable<XElement> elements, ISet<string> files)
    {
        var text = new QtiText();
        foreach (var element in elements)
        {
            text.Add(element);
        }
        files.UnionWith(text.Files);
        return text.Build();
    }

    /// <summary>A text as one line of words.</summary>
    internal static string Plain(QuestionText text) =>
        string.Join(' ', (text.Format == MarkupFormat.Html && !HtmlNesting.IsTooDeep(text.Text) ? new HtmlParser().ParseDocument(text.Text).Body?.TextContent ?? "" : text.Text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    internal void AddBlank() => parts.Add((Blank, false));

    internal void DropLastBlank()
    {
        if (parts.Count > 0 && parts[^1].Text == Blank)
        {
            parts.RemoveAt(parts.Count - 1);
        }
    }

    // Anything with texts in it: material, flow_mat, flow, itemfeedback…
    internal void Add(XElement element)
    {
        switch (element.Name.LocalName)
        {
            case "mattext" or "matemtext":
                AddWords(element);
                break;
            case "matbreak":
                parts.Add(("\n", false));
                break;
            case "matimage" or "mataudio" or "matvideo" or "matapplet" or "matapplication":
                AddFile(element);
                break;
            case "altmaterial" or "hint" or "solution":
                break;
            default:
                foreach (var child in element.Elements())
                {
                    Add(child);
                }
                break;
        }
    }

    void AddWords(XElement element)
    {
        var isHtml = element.Word("texttype") is var type && (type.Contains("html", StringComparison.OrdinalIgnoreCase) || element.HasElements);
        var words = element.HasElements ? string.Concat(element.Nodes().Select(n => n.ToString(SaveOptions.DisableFormatting))) : element.Value;
        if (words.Trim() != "")
        {
            parts.Add((words.Trim(), isHtml));
        }
    }

    void AddFile(XElement element)
    {
        var uri = element.Word("uri");
        Files.Add(uri == "" ? element.Name.LocalName : Uri.UnescapeDataString(uri[(uri.LastIndexOfAny(['/', '\\']) + 1)..]));
    }

    internal QuestionText? Build()
    {
        if (IsEmpty)
        {
            return null;
        }
        var isHtml = parts.Exists(p => p.IsHtml);
        var isSentence = parts.Exists(p => p.Text == Blank);
        var text = new StringBuilder();
        foreach (var part in parts)
        {
            if (text.Length > 0 && part.Text.Trim() is not ("" or [',' or '.' or ';' or ':' or '?' or '!' or ')', ..]))
            {
                text.Append(isSentence ? " " : isHtml ? "<br>" : "\n");
            }
            text.Append(isHtml && !part.IsHtml ? WebUtility.HtmlEncode(part.Text).ReplaceLineEndings("<br>") : part.Text);
        }
        return new QuestionText(text.ToString().Trim(), isHtml ? MarkupFormat.Html : MarkupFormat.Plain);
    }

    internal static QuestionText? Join(IEnumerable<QuestionText> texts)
    {
        var all = texts.ToList();
        return all.Count switch
        {
            0 => null,
            1 => all[0],
            _ when all.TrueForAll(t => t.Format == MarkupFormat.Plain) => new QuestionText(string.Join('\n', all.Select(t => t.Text)), MarkupFormat.Plain),
            _ => new QuestionText(string.Join("<br>", all.Select(t => t.Format == MarkupFormat.Html ? t.Text : WebUtility.HtmlEncode(t.Text))), MarkupFormat.Html),
        };
    }
}
