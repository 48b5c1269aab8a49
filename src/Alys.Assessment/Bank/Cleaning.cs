using Ganss.Xss;
using Markdig;

namespace Alys.Assessment.Bank;

/// <summary>Makes the texts of an item harmless and fit for a form: no scripts, styles, images, controls, ids or links.</summary>
internal static class Cleaning
{
    private static readonly MarkdownPipeline Markdown = new MarkdownPipelineBuilder().UsePipeTables().UseEmphasisExtras().DisableHtml().Build();

    private static readonly string[] Tags =
    [
        "p", "br", "b", "strong", "i", "em", "u", "s", "sub", "sup", "code", "pre", "kbd", "samp", "var", "ul", "ol", "li", "blockquote",
        "table", "thead", "tbody", "tr", "th", "td", "caption", "span", "div", "q", "cite", "abbr", "del", "ins", "mark", "small", "hr",
    ];

    // Kept texts of an option stand within a label, where a paragraph may not.
    private static readonly string[] InlineTags = ["br", "b", "strong", "i", "em", "u", "s", "sub", "sup", "code", "kbd", "samp", "var", "span", "q", "cite", "abbr", "del", "ins", "mark", "small"];

    public static RichText Block(string source, TextFormat format) => Clean(source, format, Tags);

    public static RichText Inline(string source, TextFormat format) => Clean(source, format, InlineTags);

    private static RichText Clean(string source, TextFormat format, string[] tags)
    {
        source = source.ReplaceLineEndings("\n").Trim();
        if (format == TextFormat.Plain) return new(source);
        var html = format == TextFormat.Markdown ? Markdig.Markdown.ToHtml(source, Markdown) : source;
        var sanitizer = new HtmlSanitizer(new HtmlSanitizerOptions
        {
            AllowedTags = new HashSet<string>(tags, StringComparer.OrdinalIgnoreCase),
            AllowedAttributes = new HashSet<string>(["colspan", "rowspan", "scope", "lang", "dir"], StringComparer.OrdinalIgnoreCase),
        })
        { KeepChildNodes = true };
        // What runs or loads goes with its content; the words of any other unknown element stay.
        sanitizer.RemovingTag += (_, e) => { if (e.Tag.LocalName is "script" or "style" or "iframe" or "object" or "embed" or "template" or "svg" or "math" or "select" or "textarea") e.Tag.InnerHtml = ""; };
        return new(source, format, sanitizer.Sanitize(html).Trim());
    }
}
