using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Markdig;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Alys.Formats.Archives;

static partial class LessonPageReader
{
    internal const int MaxBytes = 2 << 20;

    static readonly MarkdownPipeline Markdown = new MarkdownPipelineBuilder().UseYamlFrontMatter().UsePipeTables().Build();

    internal static LessonFormat? FormatOf(string name) => Path.GetExtension(name).ToLowerInvariant() switch
    {
        ".md" or ".markdown" => LessonFormat.Markdown,
        ".html" or ".htm" or ".xhtml" => LessonFormat.Html,
        _ => null,
    };

    internal static LessonPage Read(string path, string text, LessonLinks links) =>
        FormatOf(path) == LessonFormat.Markdown ? ReadMarkdown(path, text, links) : ReadHtml(path, text, links);

    static LessonPage ReadMarkdown(string path, string text, LessonLinks links)
    {
        var document = Markdig.Markdown.Parse(text, Markdown);
        var references = new List<LessonReference>();
        foreach (var node in document.Descendants())
        {
            switch (node)
            {
                case LinkInline { Url: { Length: > 0 } url } link:
                    references.Add(links.Resolve(path, link.IsImage, url, link.Line + 1));
                    break;
                case AutolinkInline auto:
                    references.Add(links.Resolve(path, false, (auto.IsEmail ? "mailto:" : "") + auto.Url, auto.Line + 1));
                    break;
                case HtmlInline html:
                    references.AddRange(FromHtml(path, html.Tag, html.Line + 1, links));
                    break;
                case HtmlBlock block:
                    references.AddRange(FromHtml(path, block.Lines.ToString(), block.Line + 1, links));
                    break;
            }
        }
        var headings = document.Descendants<HeadingBlock>().ToList();
        var title = (headings.Find(h => h.Level == 1) ?? headings.FirstOrDefault()) is { } first ? PlainText(first.Inline) : "";
        var front = document.OfType<YamlFrontMatterBlock>().FirstOrDefault()?.Lines.ToString() ?? "";
        var words = string.Join(' ', document.Descendants<LiteralInline>().Select(l => l.Content.ToString()));
        return new LessonPage(path, LessonFormat.Markdown, First(title, FrontTitle().Match(front).Groups[1].Value, NameAsTitle(path)),
            Declared(text) ?? Languages.Guess(words), text, references);
    }

    static IEnumerable<LessonReference> FromHtml(string path, string html, int line, LessonLinks links) =>
        new HtmlParser().ParseDocument(html).All
            .Select(e => (Element: e, Target: e.GetAttribute(e.LocalName == "img" ? "src" : "href")))
            .Where(e => e.Element.LocalName is "a" or "img" && !string.IsNullOrWhiteSpace(e.Target))
            .Select(e => links.Resolve(path, e.Element.LocalName == "img", e.Target!, line));

    static LessonPage ReadHtml(string path, string text, LessonLinks links)
    {
        var document = new HtmlParser(new HtmlParserOptions { IsKeepingSourceReferences = true }).ParseDocument(text);
        var references = document.QuerySelectorAll("a[href], img[src]")
            .Select(e => (Element: e, Target: e.GetAttribute(e.LocalName == "img" ? "src" : "href")))
            .Where(e => !string.IsNullOrWhiteSpace(e.Target))
            .Select(e => links.Resolve(path, e.Element.LocalName == "img", e.Target!, e.Element.SourceReference?.Position.Line ?? 0));
        var heading = (document.QuerySelector("h1") ?? document.QuerySelector("h2, h3"))?.TextContent ?? "";
        var declared = document.DocumentElement.GetAttribute("lang") is { Length: >= 2 } lang ? lang[..2].ToLowerInvariant() : null;
        return new LessonPage(path, LessonFormat.Html, First(heading, document.Title ?? "", NameAsTitle(path)),
            declared ?? Languages.Guess(document.Body?.TextContent ?? ""), text, [.. references]);
    }

    static string PlainText(ContainerInline? inline) => inline is null ? "" : string.Concat(inline.Descendants().Select(n => n switch
    {
        LiteralInline literal => literal.Content.ToString(),
        CodeInline code => code.Content,
        LineBreakInline => " ",
        _ => "",
    }));

    static string First(params ReadOnlySpan<string> candidates)
    {
        foreach (var candidate in candidates)
        {
            if (Spaces().Replace(candidate, " ").Trim().Trim('"') is { Length: > 0 } found)
            {
                return found.Length > 300 ? found[..300] : found;
            }
        }
        return "";
    }

    static string NameAsTitle(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        var folder = LessonReader.FolderOf(path);
        return (LessonReader.MainName().IsMatch(path[(path.LastIndexOf('/') + 1)..]) && folder != "" ? folder[(folder.LastIndexOf('/') + 1)..] : name)
            .Replace('_', ' ').Replace('-', ' ');
    }

    static string? Declared(string text) =>
        LanguageMark().Match(text[..Math.Min(text.Length, 1000)]) is { Success: true } match ? match.Groups[1].Value.ToLowerInvariant() : null;

    [GeneratedRegex("""(?:"language_code"\s*:\s*"|^lang(?:uage)?\s*:\s*"?)([a-zA-Z]{2})\b""", RegexOptions.Multiline)]
    private static partial Regex LanguageMark();

    [GeneratedRegex(@"^title\s*:\s*(.+)$", RegexOptions.Multiline)]
    private static partial Regex FrontTitle();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
