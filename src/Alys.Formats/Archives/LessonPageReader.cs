using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Markdig;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Alys.Formats.Archives;

// Where a reference of a page leads.
delegate LessonReference Resolver(bool isImage, string target, int line);

static partial class LessonPageReader
{
    internal const int MaxBytes = 2 << 20;

    // Players and frames become links to what they would have loaded.
    const string Referring = "a[href], img[src], iframe[src], video[src], audio[src], source[src]";

    static readonly MarkdownPipeline Markdown = new MarkdownPipelineBuilder().UseYamlFrontMatter().UsePipeTables().Build();

    internal static LessonFormat? FormatOf(string name) => Path.GetExtension(name).ToLowerInvariant() switch
    {
        ".md" or ".markdown" => LessonFormat.Markdown,
        ".html" or ".htm" or ".xhtml" => LessonFormat.Html,
        _ => null,
    };

    /// <summary>The page of a file of an archive; null, with the problem, when it can't be read.</summary>
    internal static LessonPage? Read(SafeArchive archive, string path, Resolver resolve, List<Problem> problems)
    {
        if (archive.Files.First(f => f.Path == path).Length > MaxBytes)
        {
            problems.Add(Problem.Error(0, "lessons.problem.page-too-large", path, MaxBytes));
            return null;
        }
        var decoded = TextDecoding.Decode(archive.ReadAll(path));
        problems.AddRange(decoded.Problems.Select(p => p with { Args = [path, .. p.Args], Key = p.Key.Replace("text.", "lessons.", StringComparison.Ordinal) }));
        if (decoded.Problems.Any(p => p.IsError))
        {
            return null;
        }
        if (string.IsNullOrWhiteSpace(decoded.Text))
        {
            problems.Add(Problem.Warning(0, "lessons.problem.empty-page", path));
            return null;
        }
        var page = FormatOf(path) == LessonFormat.Markdown ? ReadMarkdown(path, decoded.Text, resolve) : ReadHtml(path, "", decoded.Text, resolve);
        if (page is null)
        {
            problems.Add(Problem.Error(0, "lessons.problem.too-deep", path));
        }
        return page;
    }

    static LessonPage? ReadMarkdown(string path, string text, Resolver resolve)
    {
        MarkdownDocument document;
        try
        {
            document = Markdig.Markdown.Parse(text, Markdown);
        }
        catch (ArgumentException)
        {
            // Markdig's own guard against a document nested too deeply.
            return null;
        }
        if (document.Descendants<HtmlBlock>().Any(b => HtmlNesting.IsTooDeep(b.Lines.ToString())))
        {
            return null;
        }
        var references = new List<LessonReference>();
        foreach (var node in document.Descendants())
        {
            switch (node)
            {
                case LinkInline { Url: { Length: > 0 } url } link:
                    references.Add(resolve(link.IsImage, url, link.Line + 1));
                    break;
                case AutolinkInline auto:
                    references.Add(resolve(false, (auto.IsEmail ? "mailto:" : "") + auto.Url, auto.Line + 1));
                    break;
                case HtmlInline html:
                    references.AddRange(FromHtml(html.Tag, html.Line + 1, resolve));
                    break;
                case HtmlBlock block:
                    references.AddRange(FromHtml(block.Lines.ToString(), block.Line + 1, resolve));
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

    static IEnumerable<LessonReference> FromHtml(string html, int line, Resolver resolve) =>
        new HtmlParser().ParseDocument(html).QuerySelectorAll(Referring)
            .Select(e => (Element: e, Target: e.GetAttribute(e.LocalName == "a" ? "href" : "src")))
            .Where(e => !string.IsNullOrWhiteSpace(e.Target))
            .Select(e => resolve(e.Element.LocalName == "img", e.Target!, line));

    /// <summary>A page in HTML; null when it is nested too deeply.</summary>
    internal static LessonPage? ReadHtml(string path, string title, string text, Resolver resolve)
    {
        if (HtmlNesting.IsTooDeep(text))
        {
            return null;
        }
        var document = new HtmlParser(new HtmlParserOptions { IsKeepingSourceReferences = true }).ParseDocument(text);
        var references = document.QuerySelectorAll(Referring)
            .Select(e => (Element: e, Target: e.GetAttribute(e.LocalName == "a" ? "href" : "src")))
            .Where(e => !string.IsNullOrWhiteSpace(e.Target))
            .Select(e => resolve(e.Element.LocalName == "img", e.Target!, e.Element.SourceReference?.Position.Line ?? 0));
        var heading = (document.QuerySelector("h1") ?? document.QuerySelector("h2, h3"))?.TextContent ?? "";
        var declared = document.DocumentElement.GetAttribute("lang") is { Length: >= 2 } lang ? lang[..2].ToLowerInvariant() : null;
        return new LessonPage(path, LessonFormat.Html, First(title, heading, document.Title ?? "", NameAsTitle(path)),
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
