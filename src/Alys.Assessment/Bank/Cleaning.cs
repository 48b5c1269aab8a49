using Alys.Formats;
using AngleSharp.Dom;
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

    /// <param name="source">What the author wrote.</param>
    /// <param name="format">Its markup.</param>
    /// <param name="removed">Takes the names of what had to go and carried a meaning: files, addresses, active elements.</param>
    public static RichText Block(string source, TextFormat format, ISet<string>? removed = null) => Clean(source, format, Tags, removed);

    /// <inheritdoc cref="Block"/>
    public static RichText Inline(string source, TextFormat format, ISet<string>? removed = null) => Clean(source, format, InlineTags, removed);

    private static RichText Clean(string source, TextFormat format, string[] tags, ISet<string>? removed)
    {
        source = source.ReplaceLineEndings("\n").Trim();
        if (format == TextFormat.Plain) return new(source);
        var html = format == TextFormat.Markdown ? FromMarkdown(source) : source;
        if (HtmlNesting.IsTooDeep(html)) throw new Refusal("assessment.refusal.too-deep");
        var sanitizer = new HtmlSanitizer(new HtmlSanitizerOptions
        {
            AllowedTags = new HashSet<string>(tags, StringComparer.OrdinalIgnoreCase),
            AllowedAttributes = new HashSet<string>(["colspan", "rowspan", "scope", "lang", "dir"], StringComparer.OrdinalIgnoreCase),
        })
        { KeepChildNodes = true };
        sanitizer.RemovingTag += (_, e) =>
        {
            if (NameOf(e.Tag) is { } name) removed?.Add(name);
            // What runs or loads goes with its content; the words of any other unknown element stay.
            if (e.Tag.LocalName is "script" or "style" or "iframe" or "object" or "embed" or "template" or "svg" or "math" or "select" or "textarea") e.Tag.InnerHtml = "";
        };
        sanitizer.RemovingAttribute += (_, e) =>
        {
            if (e.Attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase)) removed?.Add(e.Attribute.Name);
        };
        return new(source, format, sanitizer.Sanitize(html).Trim());
    }

    private static string FromMarkdown(string source)
    {
        try
        {
            return Markdig.Markdown.ToHtml(source, Markdown);
        }
        catch (ArgumentException)
        {
            // Markdig's own guard.
            throw new Refusal("assessment.refusal.too-deep");
        }
    }

    private static string? NameOf(IElement tag) => tag.LocalName switch
    {
        "img" or "image" or "audio" or "video" or "source" or "track" or "embed" or "iframe" or "input" => FileOf(tag.GetAttribute("src")) ?? $"<{tag.LocalName}>",
        "object" => FileOf(tag.GetAttribute("data")) ?? "<object>",
        "a" => tag.GetAttribute("href") is { Length: > 0 } address && address[0] != '#' ? Short(FileOf(address, "@@PLUGINFILE@@/") ?? address) : null,
        "script" or "svg" or "math" or "canvas" or "form" or "select" or "textarea" or "template" or "applet" or "map" => $"<{tag.LocalName}>",
        _ => null,
    };

    private static string? FileOf(string? address, string within = "")
    {
        if (string.IsNullOrWhiteSpace(address) || !address.StartsWith(within, StringComparison.Ordinal)) return null;
        if (address.StartsWith("data:", StringComparison.OrdinalIgnoreCase)) return address.Split(';', ',')[0];
        var path = address.Split('?', '#')[0];
        return Short(Uri.UnescapeDataString(path[(path.LastIndexOf('/') + 1)..]) is { Length: > 0 } name ? name : address);
    }

    private static string Short(string name) => name.Length <= 100 ? name : name[..99] + "…";
}
