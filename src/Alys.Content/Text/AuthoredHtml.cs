using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Alys.Formats;
using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Extensions.Mathematics;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Alys.Content.Text;

/// <summary>Reads Markdown or HTML into a document, still as untrusted as its author.</summary>
internal static class AuthoredHtml
{
    // Deeper nesting is no lesson; every later step recurses over the tree, so this also guards the stack.
    private const int MaxDepth = 100;

    private const string OnItsOwn = "display";

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
        .UseCustomContainers()
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
            html = text.Form == TextForm.Markdown ? FromMarkdown(text.Source) : text.Source;
        }
        catch (ArgumentException)
        {
            // Markdig's own guard against a document nested too deeply.
            notes.Add(new TextNote(TextNoteKind.TooDeep, MaxDepth.ToString(CultureInfo.InvariantCulture)));
            return null;
        }
        if (HtmlNesting.IsTooDeep(html))
        {
            notes.Add(new TextNote(TextNoteKind.TooDeep, MaxDepth.ToString(CultureInfo.InvariantCulture)));
            return null;
        }
        var document = new HtmlParser().ParseDocument(html);
        foreach (var formula in document.QuerySelectorAll("span.math." + OnItsOwn).ToList())
        {
            formula.ClassName = "math";
            if (formula.TextContent is ['\\', '(', .., '\\', ')'] tex) formula.TextContent = $"\\[{tex[2..^2]}\\]";
        }
        return document;
    }

    // Markdig writes $$…$$ within a line as it writes $…$; the author means a formula that stands by itself.
    private static string FromMarkdown(string source)
    {
        var document = Markdig.Markdown.Parse(source, Markdown);
        foreach (var formula in document.Descendants<MathInline>().Where(m => m.DelimiterCount == 2)) formula.GetAttributes().AddClass(OnItsOwn);
        return document.ToHtml(Markdown);
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
