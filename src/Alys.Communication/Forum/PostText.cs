using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;

namespace Alys.Communication.Forum;

/// <summary>What people type: paragraphs, links, `code` and fenced code. Everything else is shown as typed.</summary>
internal static partial class PostText
{
    public const int Most = 20_000;

    /// <exception cref="Refusal">Nothing in it, or too long.</exception>
    public static string Checked(string? text)
    {
        var plain = (text ?? "").ReplaceLineEndings("\n").Trim();
        if (plain.Length == 0) throw new Refusal("communication.refusal.no-text") { Field = "Text" };
        if (plain.Length > Most) throw new Refusal("communication.refusal.long-text", Most) { Field = "Text" };
        return new string([.. plain.Where(c => c is '\n' or '\t' || !char.IsControl(c))]);
    }

    /// <summary>Safe HTML of a checked text.</summary>
    public static string Html(string text, HtmlEncoder encoder)
    {
        var html = new StringBuilder(text.Length + 64);
        var parts = Fence().Split(text);
        for (var i = 0; i < parts.Length; i++)
        {
            if (i % 2 == 1) Code(html, parts[i].Trim('\n'), encoder);
            else Paragraphs(html, parts[i], encoder);
        }
        return html.ToString();
    }

    private static void Code(StringBuilder html, string text, HtmlEncoder encoder)
    {
        html.Append("<pre><code>");
        Plain(html, text, encoder);
        html.Append("</code></pre>");
    }

    private static void Paragraphs(StringBuilder html, string text, HtmlEncoder encoder)
    {
        foreach (var paragraph in Gap().Split(text))
        {
            if (paragraph.AsSpan().Trim().IsEmpty) continue;
            html.Append("<p>");
            Line(html, paragraph.Trim('\n'), encoder);
            html.Append("</p>");
        }
    }

    private static void Line(StringBuilder html, string text, HtmlEncoder encoder)
    {
        var at = 0;
        foreach (Match match in Special().Matches(text))
        {
            Plain(html, text[at..match.Index], encoder);
            at = match.Index + match.Length;
            var inner = encoder.Encode(match.Value.Trim('`'));
            if (match.Value[0] == '`') html.Append("<code>").Append(inner).Append("</code>");
            else html.Append("<a href=\"").Append(inner).Append("\" rel=\"nofollow noopener\">").Append(inner).Append("</a>");
        }
        Plain(html, text[at..], encoder);
    }

    // The encoder would write a line feed as a reference; the style sheet shows it as a new line.
    private static void Plain(StringBuilder html, string text, HtmlEncoder encoder) =>
        html.AppendJoin('\n', text.Split('\n').Select(encoder.Encode));

    [GeneratedRegex(@"^```[^\n]*\n(.*?)^```[ \t]*$", RegexOptions.Multiline | RegexOptions.Singleline)] private static partial Regex Fence();
    [GeneratedRegex(@"\n[ \t]*\n")] private static partial Regex Gap();
    [GeneratedRegex(@"`[^`\n]+`|https?://[^\s<>""'`]*[^\s<>""'`.,;:!?)\]}]")] private static partial Regex Special();
}
