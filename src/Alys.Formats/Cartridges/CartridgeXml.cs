using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Alys.Formats.Archives;

namespace Alys.Formats.Cartridges;

// Markup from outside: no document type, nothing loaded, bounded in bytes, elements and depth.
static partial class CartridgeXml
{
    internal const long MaxManifestBytes = 8 << 20;
    internal const long MaxResourceBytes = 4 << 20;
    const int MaxDepth = 100;
    const int MaxElements = 200_000;

    internal static XElement? Read(SafeArchive archive, string path, long maxBytes, List<Problem> problems)
    {
        var bytes = archive.Files.First(f => f.Path == path).Length > maxBytes ? null : archive.ReadAll(path);
        if (bytes is null)
        {
            problems.Add(Problem.Error(0, "cartridge.problem.xml-too-large", path, maxBytes));
            return null;
        }
        try
        {
            if (!IsWithinBounds(bytes))
            {
                problems.Add(Problem.Error(0, "cartridge.problem.xml-too-deep", path));
                return null;
            }
            using var reader = Open(bytes);
            return XDocument.Load(reader).Root;
        }
        catch (Exception e) when (e is XmlException or DecoderFallbackException or ArgumentException)
        {
            problems.Add(Problem.Error(0, "cartridge.problem.xml", path, (e as XmlException)?.LineNumber ?? 0));
            return null;
        }
    }

    // The tree is walked by recursion later, so its depth is counted before it is built.
    static bool IsWithinBounds(byte[] bytes)
    {
        using var reader = Open(bytes);
        var elements = 0;
        while (reader.Read())
        {
            elements += reader.NodeType == XmlNodeType.Element ? 1 : 0;
            if (reader.Depth > MaxDepth || elements > MaxElements)
            {
                return false;
            }
        }
        return true;
    }

    static XmlReader Open(byte[] bytes)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = MaxManifestBytes, CloseInput = true };
        // The framework's XML reader knows no code pages, and exports of this region name windows-1251.
        return EncodingName().Match(Encoding.Latin1.GetString(bytes, 0, Math.Min(bytes.Length, 200))) is { Success: true } named
            && CodePagesEncodingProvider.Instance.GetEncoding(named.Groups[1].Value) is { } encoding
            ? XmlReader.Create(new StringReader(encoding.GetString(bytes)), settings)
            : XmlReader.Create(new MemoryStream(bytes), settings);
    }

    internal static IEnumerable<XElement> Children(this XElement? element, string name) => element?.Elements().Where(e => e.Is(name)) ?? [];

    internal static XElement? Child(this XElement? element, string name) => element.Children(name).FirstOrDefault();

    internal static bool Is(this XElement element, string name) => element.Name.LocalName.Equals(name, StringComparison.OrdinalIgnoreCase);

    internal static string Text(this XElement? element) => element is null ? "" : Spaces().Replace(element.Value, " ").Trim();

    // Namespaces differ from version to version; the local names do not.
    internal static string? Said(this XElement element, string name) =>
        element.Attributes().FirstOrDefault(a => !a.IsNamespaceDeclaration && a.Name.LocalName.Equals(name, StringComparison.OrdinalIgnoreCase))?.Value.Trim();

    [GeneratedRegex("""^<\?xml[^>]*encoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")]
    private static partial Regex EncodingName();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
