using Alys.Content.Media;
using Alys.Content.Text;
using Alys.Content.Units;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Alys.Content.Export;

/// <summary>What learners see of a unit as one page of web content, for whoever reads it without Alys.</summary>
internal sealed class ExportedText(IReadOnlyDictionary<string, StoredMedia> media, IReadOnlyDictionary<int, string> units)
{
    /// <summary>Files that the texts so far need.</summary>
    public HashSet<StoredMedia> Used { get; } = [];

    /// <summary>Titles of the recordings that the texts so far play.</summary>
    public SortedSet<string> Recordings { get; } = new(StringComparer.Ordinal);

    /// <param name="version">The version.</param>
    /// <param name="pages">Its rendered pages.</param>
    /// <param name="keepsFormulas">False when some formula could not be given back as LaTeX and stays MathML.</param>
    public string Html(UnitVersion version, IEnumerable<VersionPage> pages, out bool keepsFormulas)
    {
        var body = new HtmlParser().ParseDocument("").Body!;
        foreach (var page in pages.OrderBy(p => p.Number))
        {
            var part = new HtmlParser().ParseDocument(page.Html).Body!;
            // The headings of the page before are repeated for who reads page by page; they bear no id.
            if (page.Number > 1)
            {
                foreach (var heading in part.Children.TakeWhile(e => e.Matches("h1, h2, h3, h4, h5, h6") && !e.HasAttribute("id")).ToList()) heading.Remove();
            }
            body.Append([.. part.ChildNodes.Select(n => body.Owner!.Import(n))]);
        }
        keepsFormulas = GiveFormulasBack(body, version);
        foreach (var player in body.QuerySelectorAll("figure.player").ToList()) Play(player);
        foreach (var box in body.QuerySelectorAll("div").Where(Boxes.IsBox)) box.ClassName = Boxes.KindOf(box);
        foreach (var box in body.QuerySelectorAll("a.image-box").ToList()) ShowPicture(box);
        foreach (var link in body.QuerySelectorAll("a[href]").ToList()) Lead(link);
        foreach (var frame in body.QuerySelectorAll("div.table-wrap").ToList()) frame.Replace([.. frame.ChildNodes]);
        foreach (var code in body.QuerySelectorAll("pre[tabindex]")) code.RemoveAttribute("tabindex");
        return body.InnerHtml.Trim();
    }

    public string AddressOf(StoredMedia stored)
    {
        Used.Add(stored);
        return "../" + Formats.Cartridges.CartridgeWriter.Address(PathOf(stored));
    }

    public static string PathOf(StoredMedia stored) => $"media/{stored.No}/{string.Concat(stored.FileName.Select(c => char.IsControl(c) || c is '/' or '\\' or ':' or '*' or '?' or '"' or '<' or '>' or '|' ? '_' : c))}";

    // A page holds MathML only; the source says each formula in LaTeX, in the same order.
    private static bool GiveFormulasBack(IElement body, UnitVersion version)
    {
        var shown = body.QuerySelectorAll("math").ToList();
        if (shown.Count == 0) return true;
        var document = AuthoredHtml.Read(new AuthoredText(version.Form, version.Source), []);
        if (document is null) return false;
        Cleaner.Clean(document, []);
        if (version.Form == TextForm.Html) Maths.MarkInHtml(document.Body!);
        var written = document.Body!.QuerySelectorAll(".math").ToList();
        if (written.Count != shown.Count) return false;
        foreach (var (formula, source) in shown.Zip(written))
        {
            var text = source.TextContent.Trim();
            var place = body.Owner!.CreateElement("span");
            place.ClassName = "math";
            place.TextContent = text.StartsWith('\\') && text.Length > 1 && text[1] is '(' or '[' ? text : source.LocalName == "div" ? $"\\[{text}\\]" : $"\\({text}\\)";
            formula.Replace(place);
        }
        return true;
    }

    private void ShowPicture(IElement box)
    {
        if (Stored(box.GetAttribute("href")) is not { } stored) return;
        var image = box.Owner!.CreateElement("img");
        image.SetAttribute("src", AddressOf(stored));
        image.SetAttribute("alt", box.GetAttribute("data-alt") ?? "");
        box.Replace(image);
    }

    /// <summary>The recording as it was uploaded; lighter variants and captions are of the library.</summary>
    private void Play(IElement place)
    {
        if (!media.TryGetValue(place.GetAttribute("data-media") ?? "", out var stored)) return;
        var player = place.Owner!.CreateElement(stored.Kind == MediaKind.Audio ? "audio" : "video");
        player.SetAttribute("controls", "");
        player.SetAttribute("src", AddressOf(stored));
        player.SetAttribute("title", place.TextContent.Trim());
        place.Replace(player);
        Recordings.Add(stored.Title);
    }

    private void Lead(IElement link)
    {
        var target = link.GetAttribute("href")!;
        if (Stored(target) is { } stored)
        {
            link.SetAttribute("href", AddressOf(stored));
            // How long it takes on a slow line is said for our own readers.
            link.QuerySelector("small")?.Remove();
        }
        else if (target.StartsWith("?p=", StringComparison.Ordinal) && target.Contains('#', StringComparison.Ordinal))
        {
            link.SetAttribute("href", target[target.IndexOf('#', StringComparison.Ordinal)..]);
        }
        else if (int.TryParse(target, NumberStyles.None, CultureInfo.InvariantCulture, out var unit))
        {
            // Markup of tests is nothing to be opened.
            if (units.TryGetValue(unit, out var path)) link.SetAttribute("href", "../" + path);
            else link.Replace([.. link.ChildNodes]);
        }
    }

    private StoredMedia? Stored(string? address) =>
        address?.StartsWith("/content/media/", StringComparison.Ordinal) == true ? media.GetValueOrDefault(address["/content/media/".Length..].Split('/')[0]) : null;
}

/// <summary>Where a unit stands in a package.</summary>
internal static class UnitFile
{
    public static string PathOf(int unit, UnitKind kind) => string.Create(CultureInfo.InvariantCulture, $"units/{unit}.{(kind == UnitKind.Task ? "xml" : "html")}");
}
