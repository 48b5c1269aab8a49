using System.Xml.Linq;

namespace Alys.Formats.Qti12;

static class QtiElements
{
    // Documents stand in the namespace of QTI, of a cartridge profile or in none; their names are the same.
    internal static void DropNamespaces(XElement root)
    {
        foreach (var element in root.DescendantsAndSelf())
        {
            element.Name = element.Name.LocalName;
            element.Attributes().Where(a => a.IsNamespaceDeclaration).Remove();
        }
    }

    internal static string Word(this XElement element, string attribute) => ((string?)element.Attribute(attribute) ?? "").Trim();

    internal static bool Says(this XElement element, string attribute, string value) => element.Word(attribute).Equals(value, StringComparison.OrdinalIgnoreCase);

    internal static decimal? Number(string text) =>
        decimal.TryParse(text.Trim().Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && Math.Abs(value) < 1_000_000_000 ? value : null;

    // cc_profile → cc.essay.v0p1 and the like; the older elements qmd_itemtype… under the same names.
    internal static Dictionary<string, string> Metadata(XElement item)
    {
        var found = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var field in item.Elements("itemmetadata").Descendants("qtimetadatafield"))
        {
            found.TryAdd(field.Element("fieldlabel")?.Value.Trim() ?? "", field.Element("fieldentry")?.Value.Trim() ?? "");
        }
        foreach (var old in item.Elements("itemmetadata").Elements().Where(e => !e.HasElements))
        {
            found.TryAdd(old.Name.LocalName, old.Value.Trim());
        }
        return found;
    }
}
