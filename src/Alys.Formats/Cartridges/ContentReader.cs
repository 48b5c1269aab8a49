using System.Net;
using System.Xml.Linq;
using Alys.Formats.Archives;

namespace Alys.Formats.Cartridges;

// What stands in the files of resources; what can't be read is a problem, and its content stays empty.
sealed class ContentReader(SafeArchive archive, CartridgePaths paths, List<Problem> problems)
{
    // However many resources name a file, it is read once and its problems are told once.
    readonly Dictionary<string, CartridgePage?> pages = new(StringComparer.Ordinal);
    readonly Dictionary<string, XElement?> roots = new(StringComparer.Ordinal);

    internal CartridgeContent? Read(CartridgeResource resource, XElement element) => resource switch
    {
        { Kind: CartridgeKind.WebLink, Main: { } outer } when CartridgePaths.IsOuter(outer) => new CartridgeLink("", outer, null),
        { Kind: CartridgeKind.Page or CartridgeKind.Associated, IsMissing: false, Main: { } main } => ReadPage(main),
        { Kind: CartridgeKind.WebLink } => Markup(resource, element, "webLink") is { } link ? ReadLink(link) : null,
        { Kind: CartridgeKind.Tool } => Markup(resource, element, "cartridge_basiclti_link") is { } tool ? ReadTool(tool) : null,
        { Kind: CartridgeKind.Topic, Main: { } main } => Markup(resource, element, "topic") is { } topic ? ReadTopic(main, topic) : null,
        { Kind: CartridgeKind.Assignment, Main: { } main } => Markup(resource, element, "assignment") is { } assignment ? ReadAssignment(main, assignment) : null,
        _ => null,
    };

    // Thin cartridges hold the markup within the manifest.
    XElement? Markup(CartridgeResource resource, XElement element, string name)
    {
        if (element.Child(name) is { } inline)
        {
            return inline;
        }
        if (resource.IsMissing || resource.Main is not { } main || RootOf(main) is not { } root)
        {
            return null;
        }
        if (!root.Is(name))
        {
            problems.Add(Problem.Error(0, "cartridge.problem.other-markup", main, root.Name.LocalName));
            return null;
        }
        return root;
    }

    XElement? RootOf(string path)
    {
        if (!roots.TryGetValue(path, out var root))
        {
            roots[path] = root = CartridgeXml.Read(archive, path, CartridgeXml.MaxResourceBytes, problems);
        }
        return root;
    }

    internal CartridgePage? ReadPage(string path)
    {
        if (!pages.TryGetValue(path, out var page))
        {
            pages[path] = page = LessonPageReader.FormatOf(path) is not null && LessonPageReader.Read(archive, path, At(path), problems) is { } read ? new CartridgePage(read) : null;
        }
        return page;
    }

    Resolver At(string path) => (isImage, target, line) => paths.Resolve(path, isImage, target, line);

    static CartridgeLink ReadLink(XElement link) =>
        new(link.Child("title").Text(), link.Child("url")?.Said("href") ?? "", link.Child("url")?.Said("target"));

    static CartridgeTool ReadTool(XElement tool) =>
        new(tool.Child("title").Text(), tool.Child("secure_launch_url").Text() is { Length: > 0 } secure ? secure : tool.Child("launch_url").Text());

    CartridgeTopic? ReadTopic(string path, XElement topic) =>
        HtmlPage(path, topic) is { } page ? new CartridgeTopic(page, Attachments(path, topic)) : null;

    CartridgeAssignment? ReadAssignment(string path, XElement assignment)
    {
        var gradable = assignment.Child("gradable");
        var points = decimal.TryParse(gradable?.Said("points_possible"), NumberStyles.Number, CultureInfo.InvariantCulture, out var most) ? most : 0;
        return HtmlPage(path, assignment) is not { } page ? null : new CartridgeAssignment(page, Attachments(path, assignment))
        {
            Points = gradable.Text() is "true" or "1" && points > 0 ? points : null,
            Answers = [.. assignment.Child("submission_formats").Children("format").Select(f => f.Said("type")?.ToLowerInvariant()).OfType<string>()],
            HasTextForTeachers = assignment.Child("instructor_text").Text().Length > 0,
        };
    }

    LessonPage? HtmlPage(string path, XElement element)
    {
        var page = LessonPageReader.ReadHtml(path, element.Child("title").Text(), Html(element.Child("text")), At(path));
        if (page is null)
        {
            problems.Add(Problem.Error(0, "lessons.problem.too-deep", path));
        }
        return page;
    }

    // The text of a topic is a string in the markup: HTML that is escaped, or plain lines.
    static string Html(XElement? text)
    {
        var written = text?.Value ?? "";
        return text?.Said("texttype")?.Equals("text/plain", StringComparison.OrdinalIgnoreCase) == true && written.Trim().Length > 0
            ? string.Concat(written.Trim().ReplaceLineEndings("\n").Split("\n\n").Select(p => $"<p>{WebUtility.HtmlEncode(p.Trim()).Replace("\n", "<br>", StringComparison.Ordinal)}</p>\n"))
            : written;
    }

    // Attachments of an assignment name who they are for; those for teachers stay with them.
    List<LessonReference> Attachments(string path, XElement element) =>
        [.. element.Child("attachments").Children("attachment").Where(a => a.Said("role")?.ToLowerInvariant() is not ("instructor" or "teacher"))
            .Select(a => a.Said("href")).OfType<string>().Where(h => h.Length > 0).Select(h => paths.Resolve(path, false, h, 0))];
}
