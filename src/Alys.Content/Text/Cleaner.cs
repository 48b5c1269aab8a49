using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Ganss.Xss;

namespace Alys.Content.Text;

/// <summary>
/// Makes an author's document harmless. What runs, loads or imitates the page's own controls goes with its content; unknown elements give way to
/// their content; HtmlSanitizer then holds the allowlist of elements, attributes and link schemes as a second line.
/// </summary>
internal static class Cleaner
{
    private static readonly HashSet<string> Allowed = new(StringComparer.OrdinalIgnoreCase)
    {
        "h1", "h2", "h3", "h4", "h5", "h6", "p", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "pre", "code", "em", "strong", "b", "i", "u", "s",
        "sub", "sup", "br", "hr", "table", "thead", "tbody", "tfoot", "tr", "th", "td", "caption", "a", "img", "figure", "figcaption", "div", "span",
        "kbd", "samp", "var", "abbr", "cite", "q", "small", "mark", "del", "ins", "details", "summary", "html", "head", "body",
    };

    private static readonly HashSet<string> AllowedAttributes = new(StringComparer.OrdinalIgnoreCase)
    {
        "href", "src", "alt", "title", "id", "name", "colspan", "rowspan", "scope", "start", "reversed", "lang", "dir", "class", "align",
    };

    // Nothing of these is for reading: code, foreign markup, plug-ins, the page's own controls.
    private static readonly HashSet<string> Dropped = new(StringComparer.OrdinalIgnoreCase)
    {
        "script", "style", "template", "noscript", "svg", "math", "object", "embed", "applet", "frame", "frameset", "noframes", "input", "button",
        "select", "textarea", "option", "meta", "link", "base", "title", "param", "canvas", "map", "area", "dialog", "slot", "portal", "source",
        "track", "xml", "plaintext", "xmp", "noembed", "marquee",
    };

    // Players and frames become links to what they would have loaded.
    private static readonly HashSet<string> Linked = new(StringComparer.OrdinalIgnoreCase) { "iframe", "video", "audio" };

    private static readonly HashSet<string> Unremarkable = new(StringComparer.OrdinalIgnoreCase)
    {
        "section", "article", "main", "header", "footer", "nav", "aside", "center", "font", "tt", "big", "strike", "picture", "colgroup", "col",
        "time", "wbr", "address", "hgroup", "label", "form", "o:p", "title", "meta", "link", "base",
    };

    public static void Clean(IHtmlDocument document, List<TextNote> notes)
    {
        var counts = new SortedDictionary<(TextNoteKind, string), int>();
        void Note(TextNoteKind kind, string name) => counts[(kind, name)] = counts.GetValueOrDefault((kind, name)) + 1;

        foreach (var node in document.Descendants().Where(n => n.NodeType is NodeType.Comment or NodeType.ProcessingInstruction).ToList())
        {
            node.Parent?.RemoveChild(node);
        }
        foreach (var element in document.Body!.QuerySelectorAll("*").Concat(document.Head!.Children).ToList())
        {
            CleanElement(element, Note);
        }
        Sanitizer(Note).SanitizeDom(document, document.Body);
        foreach (var element in document.Body.QuerySelectorAll("[class]"))
        {
            if ((element.LocalName is not ("span" or "div") || element.ClassName != "math") && !Boxes.IsBox(element))
            {
                element.RemoveAttribute("class");
            }
        }
        notes.AddRange(counts.Select(c => new TextNote(c.Key.Item1, c.Value == 1 ? c.Key.Item2 : $"{c.Key.Item2} × {c.Value}")));
    }

    private static void CleanElement(IElement element, Action<TextNoteKind, string> note)
    {
        var name = element.LocalName;
        if (element.Parent is null)
        {
            return;
        }
        if (Dropped.Contains(name) || element.NamespaceUri != "http://www.w3.org/1999/xhtml")
        {
            if (!Unremarkable.Contains(name))
            {
                note(TextNoteKind.RemovedElement, name);
            }
            element.Remove();
        }
        else if (name is "video" or "audio" && OwnSource(element) is { } own)
        {
            // Becomes the player of a stored file, whose captions and variants the library keeps; nothing else of it stays.
            var place = element.Owner!.CreateElement("img");
            place.SetAttribute("src", own);
            place.SetAttribute("alt", element.GetAttribute("title") ?? element.GetAttribute("aria-label") ?? "");
            element.Replace(place);
        }
        else if (Linked.Contains(name))
        {
            note(TextNoteKind.RemovedElement, name);
            ReplaceByLink(element);
        }
        else if (!Allowed.Contains(name))
        {
            if (!Unremarkable.Contains(name))
            {
                note(TextNoteKind.RemovedElement, name);
            }
            Unwrap(element);
        }
    }

    private static string? OwnSource(IElement element)
    {
        var source = (element.GetAttribute("src") ?? element.QuerySelector("source")?.GetAttribute("src"))?.Trim();
        if (string.IsNullOrEmpty(source) || source.StartsWith("//", StringComparison.Ordinal)) return null;
        return source.StartsWith("media:", StringComparison.OrdinalIgnoreCase) || !source.Split('/')[0].Contains(':') ? source : null;
    }

    private static void ReplaceByLink(IElement element)
    {
        var source = element.GetAttribute("src") ?? element.QuerySelector("source")?.GetAttribute("src");
        if (source is null)
        {
            element.Remove();
            return;
        }
        var link = element.Owner!.CreateElement("a");
        link.SetAttribute("href", source);
        link.TextContent = element.GetAttribute("title") is { Length: > 0 } title ? title : source;
        element.Replace(link);
    }

    internal static void Unwrap(IElement element)
    {
        if (IsBlockLike(element.LocalName) && element.Children.All(c => !Shape.IsBlock(c)) && element.TextContent.Length > 0)
        {
            var paragraph = element.Owner!.CreateElement("p");
            paragraph.Append([.. element.ChildNodes]);
            element.Replace(paragraph);
        }
        else
        {
            element.Replace([.. element.ChildNodes]);
        }
    }

    private static bool IsBlockLike(string name) => name is "section" or "article" or "main" or "header" or "footer" or "aside" or "center" or "address";

    private static HtmlSanitizer Sanitizer(Action<TextNoteKind, string> note)
    {
        var sanitizer = new HtmlSanitizer(new HtmlSanitizerOptions
        {
            AllowedTags = Allowed,
            AllowedAttributes = AllowedAttributes,
            AllowedSchemes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "http", "https", "mailto", "tel", "unit", "media" },
            UriAttributes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "href", "src" },
            AllowedCssProperties = new HashSet<string>(),
            AllowCssCustomProperties = false,
            AllowDataAttributes = false,
        });
        sanitizer.RemovingAttribute += (_, removed) =>
        {
            if (removed.Reason == RemoveReason.NotAllowedUrlValue)
            {
                // An embedded picture (data:) is told apart later, where its place is known.
                var isEmbedded = removed.Attribute.Value.TrimStart().StartsWith("data:image/", StringComparison.OrdinalIgnoreCase);
                note(isEmbedded ? TextNoteKind.EmbeddedImage : TextNoteKind.DangerousLink, Short(removed.Attribute.Value));
            }
            else
            {
                note(TextNoteKind.RemovedAttribute, removed.Attribute.Name);
            }
        };
        sanitizer.RemovingTag += (_, removed) => note(TextNoteKind.RemovedElement, removed.Tag.LocalName);
        return sanitizer;
    }

    private static string Short(string value)
    {
        var line = string.Concat(value.Where(c => !char.IsControl(c))).Trim();
        return line.Length <= 60 ? line : line[..60] + "…";
    }
}
