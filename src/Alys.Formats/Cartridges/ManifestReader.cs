using System.Text.RegularExpressions;
using System.Xml.Linq;
using Alys.Formats.Archives;

namespace Alys.Formats.Cartridges;

// From imsmanifest.xml to the tree: what it declares first, then what stands in the files.
sealed partial class ManifestReader(SafeArchive archive)
{
    // An archive has at most 5,000 files; each may be a resource with a file, a place and a dependency.
    const int MaxObjects = 20_000;

    internal List<Problem> Problems { get; } = [];

    internal static string? PathOf(SafeArchive archive)
    {
        var own = archive.Files.Where(f => !f.Path.StartsWith("__MACOSX/", StringComparison.Ordinal)).ToList();
        var manifests = own.Where(f => f.Name.Equals(Cartridge.ManifestName, StringComparison.OrdinalIgnoreCase)).ToList();
        return (manifests.Find(f => f.Folder == "")
            ?? manifests.Find(f => !f.Folder.Contains('/') && own.TrueForAll(o => o.Path.StartsWith(f.Folder + "/", StringComparison.Ordinal))))?.Path;
    }

    internal Cartridge? Read()
    {
        var path = PathOf(archive);
        if (path is null)
        {
            Problems.Add(Problem.Error(0, "cartridge.problem.no-manifest"));
            return null;
        }
        if (CartridgeXml.Read(archive, path, CartridgeXml.MaxManifestBytes, Problems) is not { } manifest)
        {
            return null;
        }
        if (!manifest.Is("manifest"))
        {
            Problems.Add(Problem.Error(0, "cartridge.problem.not-manifest", path, manifest.Name.LocalName));
            return null;
        }
        var objects = manifest.Descendants().Count(e => e.Is("item") || e.Is("resource") || e.Is("file") || e.Is("dependency"));
        if (objects > MaxObjects)
        {
            Problems.Add(Problem.Error(0, "cartridge.problem.too-many-objects", objects, MaxObjects));
            return null;
        }
        var paths = new CartridgePaths(archive.Files.Select(f => f.Path), LessonReader.FolderOf(path));
        var declared = new ResourceReader(paths, LessonReader.FolderOf(path)).Read(manifest);
        var refused = Refusal(manifest, [.. declared.Select(d => d.Resource)]);
        if (refused is not null)
        {
            Problems.Add(refused);
            return null;
        }
        var organization = Organization(manifest);
        NameAll(paths, declared, organization);
        var contents = new ContentReader(archive, paths, Problems);
        var resources = declared.Select(d => d.Resource with { Content = contents.Read(d.Resource, d.Element) }).ToList();
        var first = resources.GroupBy(r => r.Identifier).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        var listed = resources.SelectMany(r => r.Files).Append(path).ToHashSet(StringComparer.Ordinal);
        foreach (var resource in resources)
        {
            Problems.AddRange(resource.Missing.Select(m => Problem.Warning(0, "cartridge.problem.missing-file", m)));
        }
        return new Cartridge
        {
            Manifest = path,
            Schema = manifest.Child("metadata").Child("schema").Text(),
            Version = manifest.Child("metadata").Child("schemaversion").Text(),
            Title = TitleOf(manifest, organization),
            Items = Modules(organization.Children("item"), first),
            Resources = resources,
            OtherPages = OtherPages(contents, resources),
            Unlisted = [.. archive.Files.Select(f => f.Path).Where(f => !listed.Contains(f))],
            Problems = Problems,
        };
    }

    static Problem? Refusal(XElement manifest, IReadOnlyList<CartridgeResource> resources)
    {
        var schema = manifest.Child("metadata").Child("schema").Text();
        if (schema.Contains("SCORM", StringComparison.OrdinalIgnoreCase) || manifest.Descendants().Any(e => e.Is("resource") && e.Said("scormtype") is not null))
        {
            return Problem.Error(0, "cartridge.problem.scorm", ("SCORM " + manifest.Child("metadata").Child("schemaversion").Text()).Trim());
        }
        var later = resources.Select(r => LaterQuestions().Match(r.Type)).FirstOrDefault(m => m.Success);
        if (later is not null && resources.All(r => r.Kind is CartridgeKind.Unknown or CartridgeKind.File or CartridgeKind.Associated))
        {
            return Problem.Error(0, "cartridge.problem.later-questions", $"QTI {later.Groups[1].Value}.{later.Groups[2].Value}");
        }
        if (resources.Count == 0)
        {
            return Problem.Error(0, "cartridge.problem.empty");
        }
        var missing = resources.SelectMany(r => r.Missing).ToHashSet(StringComparer.Ordinal);
        var all = resources.SelectMany(r => r.Files).Concat(missing).Distinct(StringComparer.Ordinal).Count();
        return missing.Count * 2 > all ? Problem.Error(0, "cartridge.problem.mostly-missing", missing.First(), missing.Count, all) : null;
    }

    List<LessonPage> OtherPages(ContentReader contents, List<CartridgeResource> resources)
    {
        var mains = resources.Select(r => r.Main).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return [.. archive.Files.Where(f => LessonPageReader.FormatOf(f.Name) is not null && !mains.Contains(f.Path) && !LessonReader.IsHidden(f.Path))
            .Select(f => contents.ReadPage(f.Path)?.Page).OfType<LessonPage>()];
    }

    XElement? Organization(XElement manifest)
    {
        var all = manifest.Child("organizations").Children("organization").ToList();
        var chosen = all.Find(o => o.Said("identifier") == manifest.Child("organizations")?.Said("default")) ?? all.FirstOrDefault();
        if (all.Count > 1)
        {
            Problems.Add(Problem.Warning(0, "cartridge.problem.more-organizations", chosen.Child("title").Text(), all.Count));
        }
        return chosen;
    }

    static void NameAll(CartridgePaths paths, IReadOnlyList<DeclaredResource> declared, XElement? organization)
    {
        var mains = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (resource, _) in declared)
        {
            if (resource is { Main: { } main, IsMissing: false } && mains.TryAdd(resource.Identifier, main))
            {
                paths.Name(resource.Identifier, main);
            }
        }
        foreach (var item in organization?.Descendants().Where(e => e.Is("item")) ?? [])
        {
            if (item.Said("identifier") is { } own && item.Said("identifierref") is { } wanted && mains.TryGetValue(wanted, out var main))
            {
                paths.Name(own, main);
            }
        }
    }

    static string TitleOf(XElement manifest, XElement? organization)
    {
        var general = manifest.Child("metadata")?.Descendants().FirstOrDefault(e => e.Is("general"));
        var title = general.Child("title")?.Elements().Select(e => e.Text()).FirstOrDefault(t => t.Length > 0);
        return title ?? organization.Child("title").Text();
    }

    // Common Cartridge puts everything under one item without a title; in content packaging the course itself may be such an item.
    static IReadOnlyList<CartridgeItem> Modules(IEnumerable<XElement> top, Dictionary<string, CartridgeResource> resources)
    {
        var items = Items(top, resources);
        return items is [{ Reference: null } root] && (root.Title == "" || root.Items.Any(i => i.Items.Count > 0)) ? root.Items : items;
    }

    static List<CartridgeItem> Items(IEnumerable<XElement> elements, Dictionary<string, CartridgeResource> resources) =>
    [.. elements.Select(e =>
    {
        var reference = e.Said("identifierref") is { Length: > 0 } wanted ? wanted : null;
        return new CartridgeItem(e.Said("identifier") ?? "", e.Child("title").Text(), reference, reference is null ? null : resources.GetValueOrDefault(reference),
            e.Said("isvisible") is not ("false" or "0"), Items(e.Children("item"), resources));
    })];

    [GeneratedRegex("^imsqti_[a-z]+_xmlv([23])p([0-9])", RegexOptions.IgnoreCase)]
    private static partial Regex LaterQuestions();
}
