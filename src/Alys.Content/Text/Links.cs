using AngleSharp.Dom;

namespace Alys.Content.Text;

/// <summary>Resolves what an author's links and pictures point at. Nothing is loaded unasked: a picture is a link with its size until it is clicked.</summary>
internal sealed class Links(Func<string, TextTarget?> resolve, string language, List<TextNote> notes)
{
    public SortedSet<int> Units { get; } = [];

    public SortedSet<string> Media { get; } = new(StringComparer.Ordinal);

    public void ResolveAll(IElement body)
    {
        foreach (var image in body.QuerySelectorAll("img").ToList())
        {
            ResolveImage(image);
        }
        foreach (var link in body.QuerySelectorAll("a").Where(a => a.ClassName != "image-box").ToList())
        {
            ResolveLink(link);
        }
    }

    private void ResolveLink(IElement link)
    {
        var target = link.GetAttribute("href")?.Trim() ?? "";
        link.RemoveAttribute("name");
        if (target.Length == 0)
        {
            KeepPlace(link);
        }
        else if (target.StartsWith("//", StringComparison.Ordinal))
        {
            link.SetAttribute("href", "https:" + target);
        }
        else if (target[0] != '#' && !HasOuterScheme(target) && !IsOurs(target))
        {
            switch (resolve(target))
            {
                case TextTarget.Unit unit:
                    Units.Add(unit.No);
                    link.SetAttribute("href", unit.No.ToString(CultureInfo.InvariantCulture));
                    break;
                case TextTarget.Picture picture:
                    Media.Add(picture.Key);
                    link.SetAttribute("href", Address(picture.Key));
                    break;
                case TextTarget.Player player:
                    Media.Add(player.Key);
                    link.SetAttribute("href", PlayAddress(player.Key));
                    break;
                case TextTarget.File file:
                    Media.Add(file.Key);
                    link.SetAttribute("href", Address(file.Key));
                    link.Append(Weight(link, file.Bytes));
                    break;
                default:
                    notes.Add(new TextNote(TextNoteKind.DeadLink, target));
                    link.Replace([.. link.ChildNodes]);
                    break;
            }
        }
    }

    private static void KeepPlace(IElement anchor)
    {
        if (string.IsNullOrEmpty(anchor.Id) || anchor.TextContent.Length > 0)
        {
            anchor.Replace([.. anchor.ChildNodes]);
        }
        else
        {
            anchor.RemoveAttribute("href");
        }
    }

    private void ResolveImage(IElement image)
    {
        var source = image.GetAttribute("src")?.Trim() ?? "";
        var description = image.GetAttribute("alt")?.Trim() ?? "";
        if (source.Length > 0 && !HasOuterScheme(source) && resolve(source) is TextTarget.Player player)
        {
            PlacePlayer(image, player, description.Length > 0 ? description : player.Title);
            return;
        }
        if (description.Length == 0)
        {
            notes.Add(new TextNote(TextNoteKind.ImageWithoutDescription, source));
            description = image.GetAttribute("title") is { Length: > 0 } title ? title : NameOf(source);
        }
        if (source.StartsWith("//", StringComparison.Ordinal) || IsWeb(source))
        {
            notes.Add(new TextNote(TextNoteKind.ExternalImage, source));
            ReplaceByLink(image, source.StartsWith('/') ? "https:" + source : source, description);
        }
        else if (source.Length == 0)
        {
            image.Replace(image.Owner!.CreateTextNode(description));
        }
        else if (resolve(source) is { } target and not TextTarget.Unit)
        {
            PlaceStored(image, target, description);
        }
        else
        {
            notes.Add(new TextNote(TextNoteKind.MissingImage, source));
            var missing = image.Owner!.CreateElement("em");
            missing.TextContent = $"[{description}]";
            image.Replace(missing);
        }
    }

    // A drawing that can't be shown as a light picture (SVG, TIFF …) is a file to take.
    private void PlaceStored(IElement image, TextTarget target, string description)
    {
        if (target is TextTarget.Picture picture)
        {
            Media.Add(picture.Key);
            Place(image, Box(image, picture, description));
        }
        else if (target is TextTarget.File file)
        {
            Media.Add(file.Key);
            ReplaceByLink(image, Address(file.Key), $"{description} · {LineWeight.Describe(file.Bytes, language)}");
        }
    }

    // What the recording offers changes with what has been made of it, so the text only keeps the place; within other words it is a link.
    private void PlacePlayer(IElement image, TextTarget.Player player, string title)
    {
        Media.Add(player.Key);
        var paragraph = image.ParentElement;
        if (paragraph?.LocalName != "p" || paragraph.ChildNodes.Any(n => n != image && !string.IsNullOrWhiteSpace(n.TextContent + (n as IElement)?.LocalName)))
        {
            ReplaceByLink(image, PlayAddress(player.Key), title);
            return;
        }
        var figure = image.Owner!.CreateElement("figure");
        figure.ClassName = "player";
        figure.SetAttribute("data-media", player.Key);
        var link = image.Owner.CreateElement("a");
        link.SetAttribute("href", PlayAddress(player.Key));
        link.TextContent = title;
        figure.Append(link);
        paragraph.Replace(figure);
    }

    private static void ReplaceByLink(IElement image, string address, string description)
    {
        if (image.Closest("a") is not null)
        {
            image.Replace(image.Owner!.CreateTextNode(description));
            return;
        }
        var link = image.Owner!.CreateElement("a");
        link.SetAttribute("href", address);
        link.TextContent = description;
        image.Replace(link);
    }

    private IElement Box(IElement image, TextTarget.Picture picture, string description)
    {
        var box = image.Owner!.CreateElement("a");
        box.ClassName = "image-box";
        box.SetAttribute("href", Address(picture.Key));
        box.SetAttribute("data-alt", description);
        box.TextContent = $"{description} · {LineWeight.Describe(picture.LightBytes, language)}";
        return box;
    }

    // A box can't stand inside a link, so there it follows the link; alone in its paragraph it is a figure.
    private static void Place(IElement image, IElement box)
    {
        if (image.Closest("a") is { } link)
        {
            image.Replace(image.Owner!.CreateTextNode(box.GetAttribute("data-alt")!));
            link.InsertAfter(box);
            return;
        }
        var paragraph = image.ParentElement;
        var caption = image.GetAttribute("title");
        image.Replace(box);
        if (paragraph?.LocalName == "p" && paragraph.ChildNodes.All(n => n == box || string.IsNullOrWhiteSpace(n.TextContent)))
        {
            var figure = paragraph.Owner!.CreateElement("figure");
            figure.Append(box);
            if (!string.IsNullOrWhiteSpace(caption))
            {
                var text = paragraph.Owner.CreateElement("figcaption");
                text.TextContent = caption;
                figure.Append(text);
            }
            paragraph.Replace(figure);
        }
    }

    private IElement Weight(IElement near, long bytes)
    {
        var small = near.Owner!.CreateElement("small");
        small.TextContent = " " + LineWeight.Describe(bytes, language);
        return small;
    }

    /// <summary>A link to a place stands on the page that holds the place.</summary>
    public static void ResolvePlaces(IElement body, Dictionary<string, string> ids, List<TextNote> notes)
    {
        foreach (var link in body.QuerySelectorAll("a[href^='#']").ToList())
        {
            var name = Uri.UnescapeDataString(link.GetAttribute("href")![1..]);
            if (ids.TryGetValue(name, out var id))
            {
                link.SetAttribute("href", "#" + id);
            }
            else
            {
                notes.Add(new TextNote(TextNoteKind.DeadLink, "#" + name));
                link.Replace([.. link.ChildNodes]);
            }
        }
    }

    public static string Address(string mediaKey) => "/content/media/" + mediaKey;

    public static string PlayAddress(string mediaKey) => "/content/media/play/" + mediaKey;

    private bool IsOurs(string target) => Media.Any(key => target == Address(key) || target == PlayAddress(key));

    private static bool IsWeb(string target) =>
        target.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || target.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    private static bool HasOuterScheme(string target) =>
        IsWeb(target) || target.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) || target.StartsWith("tel:", StringComparison.OrdinalIgnoreCase);

    private static string NameOf(string source) => Uri.UnescapeDataString(source.Split('?', '#')[0].Split('/')[^1]);
}
