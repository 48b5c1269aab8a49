using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Alys.Content.Text;

/// <summary>
/// From what an author wrote to what a learner loads: clean HTML in pages. The same source, targets and language always give the same bytes.
/// </summary>
internal static partial class TextRenderer
{
    /// <param name="text">Markdown or HTML.</param>
    /// <param name="title">The unit's title; a first heading that repeats it is left out, since the page shows it as its h1.</param>
    /// <param name="language">kk, ru or en: for the sizes that stand beside pictures and files.</param>
    /// <param name="resolve">Leads from a relative address, <c>unit:3</c> or <c>media:7</c> to what it means; null when it means nothing.</param>
    public static RenderedText Render(AuthoredText text, string? title, string language, Func<string, TextTarget?> resolve)
    {
        var notes = new List<TextNote>();
        var document = AuthoredHtml.Read(text, notes);
        if (document is null || AuthoredHtml.IsTooDeep(document.DocumentElement))
        {
            if (notes.Count == 0)
            {
                notes.Add(new TextNote(TextNoteKind.TooDeep, "100"));
            }
            return new RenderedText(null, [], [], notes, [], []);
        }
        Boxes.Arrange(document.Body!, language);
        Cleaner.Clean(document, notes);
        var body = document.Body!;
        if (text.Form == TextForm.Html)
        {
            Maths.MarkInHtml(body);
        }
        Shape.DissolveDivisions(body);
        var links = new Links(resolve, language, notes);
        links.ResolveAll(body);
        Shape.DropEmptyBlocks(body);
        var leading = TakeTitle(body, title);
        var places = Headings.Order(body);
        Links.ResolvePlaces(body, places, notes);
        Maths.Convert(body, notes);
        Shape.WrapTables(body, title ?? leading ?? "");
        Shape.MakeCodeScrollable(body);
        return Paged(body, leading, notes, links);
    }

    /// <summary>The title that a text gives itself: its first heading, or null.</summary>
    public static string? TitleOf(AuthoredText text) => Render(text, null, "en", _ => null).Title;

    private static string? TakeTitle(IElement body, string? title)
    {
        var first = Headings.Leading(body);
        var leading = first?.TextContent.Trim();
        if (first is not null && (first.LocalName == "h1" || string.Equals(leading, title?.Trim(), StringComparison.OrdinalIgnoreCase)))
        {
            first.Remove();
        }
        return leading;
    }

    private static RenderedText Paged(IElement body, string? title, List<TextNote> notes, Links links)
    {
        var split = PageSplitter.Split(body, notes);
        var headings = new List<TextHeading>();
        var pageOf = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < split.Count; i++)
        {
            foreach (var element in split[i].OfType<IElement>().SelectMany(e => e.QuerySelectorAll("[id]").Prepend(e)).Where(e => !string.IsNullOrEmpty(e.Id)))
            {
                pageOf[element.Id!] = i + 1;
                if (element.LocalName is ['h', _])
                {
                    headings.Add(new TextHeading(element.LocalName[1] - '0', element.Id!, element.TextContent.Trim(), i + 1));
                }
            }
        }
        var pages = new List<TextPage>();
        for (var i = 0; i < split.Count; i++)
        {
            foreach (var link in split[i].OfType<IElement>().SelectMany(e => e.QuerySelectorAll("a[href^='#']")))
            {
                var id = link.GetAttribute("href")![1..];
                if (pageOf.TryGetValue(id, out var page) && page != i + 1)
                {
                    link.SetAttribute("href", $"?p={page}#{id}");
                }
            }
            var html = PageSplitter.Html(split[i]);
            pages.Add(new TextPage(i + 1, html, PageSplitter.Weigh(html), split[i].OfType<IElement>().Any(e => e.LocalName == "math" || e.QuerySelector("math") is not null)));
        }
        return new RenderedText(title, pages, headings, notes, [.. links.Units], [.. links.Media]);
    }

    /// <summary>Reads <c>unit:3</c> and <c>media:7</c>, the addresses that an author types.</summary>
    public static (string Kind, int No)? Named(string target) =>
        NamedTarget().Match(target) is { Success: true } match && int.TryParse(match.Groups[2].Value, CultureInfo.InvariantCulture, out var no)
            ? (match.Groups[1].Value.ToLowerInvariant(), no)
            : null;

    [GeneratedRegex(@"^(unit|media):(\d{1,9})(?:#.*)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NamedTarget();
}
