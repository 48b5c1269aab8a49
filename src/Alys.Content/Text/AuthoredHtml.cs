using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Markdig;
using Markdig.Extensions.EmphasisExtras;

namespace Alys.Content.Text;

/// <summary>Reads Markdown or HTML into a document, still as untrusted as its author.</summary>
internal static class AuthoredHtml
{
    // Deeper nesting is no lesson; every later step recurses over the tree, so this also guards the stack.
    private const int MaxDepth = 100;

    private static readonly MarkdownPipeline Markdown = new MarkdownPipelineBuilder()
        .UseYamlFrontMatter()
        .UsePipeTables()
        .UseGridTables()
        .UseFootnotes()
        .UseDefinitionLists()
        .UseTaskLists()
        .UseAutoLinks()
        .UseEmphasisExtras(EmphasisExtraOptions.Subscript | EmphasisExtraOptions.Superscript | EmphasisExtraOptions.Strikethrough)
        .UseMathematics()
        .Build();

    public static IHtmlDocument? Read(AuthoredText text, List<TextNote> notes)
    {
        if (text.Source.Length > AuthoredText.MaxCharacters)
        {
            notes.Add(new TextNote(TextNoteKind.TooLong, AuthoredText.MaxCharacters.ToString("N0", CultureInfo.InvariantCulture)));
            return null;
        }
        string html;
        try
        {
            html = text.Form == TextForm.Markdown ? Markdig.Markdown.ToHtml(text.Source, Markdown) : text.Source;
        }
        catch (ArgumentException)
        {
            // Markdig's own guard against a document nested too deeply.
            notes.Add(new TextNote(TextNoteKind.TooDeep, MaxDepth.ToString(CultureInfo.InvariantCulture)));
            return null;
        }
        if (OpensTooDeep(html))
        {
            notes.Add(new TextNote(TextNoteKind.TooDeep, MaxDepth.ToString(CultureInfo.InvariantCulture)));
            return null;
        }
        return new HtmlParser().ParseDocument(html);
    }

    /// <summary>Counts unclosed start tags before parsing, because the parser's tree building is quadratic in the depth.</summary>
    private static bool OpensTooDeep(string html)
    {
        var depth = 0;
        for (var at = html.IndexOf('<', StringComparison.Ordinal); at >= 0 && at + 1 < html.Length; at = html.IndexOf('<', at + 1))
        {
            var next = html[at + 1];
            if (next == '/')
            {
                // A stray end tag of an element that is not counted must not hide the depth of the others.
                depth = StandsAlone(html, at + 2) ? depth : Math.Max(0, depth - 1);
            }
            else if (char.IsAsciiLetter(next) && !StandsAlone(html, at + 1))
            {
                depth++;
            }
            if (depth > MaxDepth * 20)
            {
                return true;
            }
        }
        return false;
    }

    private static bool StandsAlone(string html, int at)
    {
        var end = at;
        while (end < html.Length && end - at < 12 && char.IsAsciiLetterOrDigit(html[end]))
        {
            end++;
        }
        return html.AsSpan(at, end - at).ToString().ToLowerInvariant()
            is "br" or "hr" or "img" or "input" or "meta" or "link" or "col" or "wbr" or "area" or "source" or "p" or "li" or "td" or "th" or "tr" or "dt" or "dd" or "option";
    }

    public static bool IsTooDeep(IElement root)
    {
        var open = new Stack<(IElement Element, int Depth)>();
        open.Push((root, 0));
        while (open.TryPop(out var at))
        {
            if (at.Depth > MaxDepth)
            {
                return true;
            }
            foreach (var child in at.Element.Children)
            {
                open.Push((child, at.Depth + 1));
            }
        }
        return false;
    }
}
