using System.Xml.Linq;
using Alys.Formats.Archives;

namespace Alys.Formats.Cartridges;

readonly record struct DeclaredResource(CartridgeResource Resource, XElement Element);

// Resources as the manifest declares them, with the files that are really there.
sealed class ResourceReader(CartridgePaths paths, string root)
{
    // Manifests within the manifest (content packaging 1.1) bring resources of their own.
    internal IReadOnlyList<DeclaredResource> Read(XElement manifest) =>
        [.. manifest.Descendants().Where(e => e.Is("resource") && e.Parent!.Is("resources")).Select(e => new DeclaredResource(ReadOne(e), e))];

    CartridgeResource ReadOne(XElement element)
    {
        var folder = BaseOf(element);
        var type = element.Said("type") is { Length: > 0 } written ? written : "webcontent";
        var href = element.Said("href");
        var isOuter = href is not null && CartridgePaths.IsOuter(folder.Outer + href);
        var located = element.Children("file").Select(f => f.Said("href")).OfType<string>().Where(h => h.Length > 0 && !CartridgePaths.IsOuter(h))
            .Select(h => paths.Locate(folder.Path, h)).Distinct().ToList();
        var main = isOuter ? null : href is { Length: > 0 } ? paths.Locate(folder.Path, href) : located.Count > 0 ? located[0] : ((string Path, bool IsFound)?)null;
        // A main file that is named wrongly is one of the files if it is the only one.
        if (main is { IsFound: false } && located is [{ IsFound: true } only])
        {
            main = only;
        }
        var all = main is { } m ? located.Append(m).Distinct().ToList() : located;
        var use = element.Said("intendeduse")?.ToLowerInvariant();
        return new CartridgeResource
        {
            Identifier = element.Said("identifier") ?? "",
            Type = type,
            Kind = isOuter ? CartridgeKind.WebLink : KindOf(type, main?.Path),
            Main = isOuter ? folder.Outer + href : main?.Path,
            IsMissing = main is { IsFound: false },
            Files = [.. all.Where(f => f.IsFound).Select(f => f.Path)],
            Missing = [.. all.Where(f => !f.IsFound).Select(f => f.Path)],
            Dependencies = [.. element.Children("dependency").Select(d => d.Said("identifierref")).OfType<string>()],
            VariantOf = element.Child("variant")?.Said("identifierref"),
            IntendedUse = use,
            IsForTeachers = use == "lessonplan" || IsForTeachers(element.Child("metadata")),
            Standards = [.. (element.Child("metadata")?.Descendants() ?? []).Where(e => e.Is("labelledGUID")).Select(e => e.Child("GUID").Text()).Where(g => g.Length > 0)],
        };
    }

    // xml:base of the manifest, of the resources and of the resource follow each other.
    (string Path, string Outer) BaseOf(XElement element)
    {
        var (path, outer) = (root, "");
        foreach (var written in element.AncestorsAndSelf().Reverse().Select(e => (string?)e.Attribute(XNamespace.Xml + "base")).OfType<string>())
        {
            if (CartridgePaths.IsOuter(written))
            {
                outer = written;
            }
            else
            {
                path = LessonLinks.Normal(path + "/" + Uri.UnescapeDataString(written).Replace('\\', '/'));
            }
        }
        return (path, outer);
    }

    static bool IsForTeachers(XElement? metadata)
    {
        var roles = (metadata?.Descendants() ?? []).Where(e => e.Is("intendedEndUserRole")).SelectMany(e => e.Descendants()).Where(e => e.Is("value") || e.Is("langstring"))
            .Select(e => e.Text().ToUpperInvariant()).ToList();
        return roles.Exists(r => r is "INSTRUCTOR" or "TEACHER" or "MENTOR") && !roles.Contains("LEARNER");
    }

    static CartridgeKind KindOf(string type, string? main)
    {
        var name = type.ToLowerInvariant();
        return name switch
        {
            "webcontent" => main is not null && LessonPageReader.FormatOf(main) is not null ? CartridgeKind.Page : CartridgeKind.File,
            _ when name.StartsWith("associatedcontent/", StringComparison.Ordinal) => CartridgeKind.Associated,
            _ when name.StartsWith("imswl_", StringComparison.Ordinal) => CartridgeKind.WebLink,
            _ when name.StartsWith("imsdt_", StringComparison.Ordinal) => CartridgeKind.Topic,
            _ when name.StartsWith("imsbasiclti_", StringComparison.Ordinal) || name.StartsWith("imslti_", StringComparison.Ordinal) => CartridgeKind.Tool,
            _ when name.StartsWith("imsqti_xmlv1p", StringComparison.Ordinal) => name.EndsWith("/question-bank", StringComparison.Ordinal) ? CartridgeKind.QuestionBank : CartridgeKind.Assessment,
            _ when name.StartsWith("assignment_xmlv", StringComparison.Ordinal) => CartridgeKind.Assignment,
            _ when name.StartsWith("idpf_epub", StringComparison.Ordinal) => CartridgeKind.File,
            _ => CartridgeKind.Unknown,
        };
    }
}
