using System.Text.RegularExpressions;
using System.Xml.Linq;
using Alys.Formats.Archives;
using Alys.Formats.Xml;

namespace Alys.Formats.Cartridges;

// Markup of a package: as any XML from outside, and bounded in bytes.
static partial class CartridgeXml
{
    internal const long MaxManifestBytes = 8 << 20;
    internal const long MaxResourceBytes = 4 << 20;
    const int MaxElements = 200_000;

    internal static XElement? Read(SafeArchive archive, string path, long maxBytes, List<Problem> problems)
    {
        var bytes = archive.Files.First(f => f.Path == path).Length > maxBytes ? null : archive.ReadAll(path);
        if (bytes is null)
        {
            problems.Add(Problem.Error(0, "cartridge.problem.xml-too-large", path, maxBytes));
            return null;
        }
        var root = XmlText.Parse(XmlText.Decode(bytes).Text, out var problem, MaxElements);
        if (problem is not null)
        {
            problems.Add(problem.Key == "xml.problem.too-deep" ? Problem.Error(0, "cartridge.problem.xml-too-deep", path)
                : Problem.Error(0, "cartridge.problem.xml", path, problem.Args.FirstOrDefault() ?? 0));
        }
        return root;
    }

    internal static IEnumerable<XElement> Children(this XElement? element, string name) => element?.Elements().Where(e => e.Is(name)) ?? [];

    internal static XElement? Child(this XElement? element, string name) => element.Children(name).FirstOrDefault();

    internal static bool Is(this XElement element, string name) => element.Name.LocalName.Equals(name, StringComparison.OrdinalIgnoreCase);

    internal static string Text(this XElement? element) => element is null ? "" : Spaces().Replace(element.Value, " ").Trim();

    // Namespaces differ from version to version; the local names do not.
    internal static string? Said(this XElement element, string name) =>
        element.Attributes().FirstOrDefault(a => !a.IsNamespaceDeclaration && a.Name.LocalName.Equals(name, StringComparison.OrdinalIgnoreCase))?.Value.Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
