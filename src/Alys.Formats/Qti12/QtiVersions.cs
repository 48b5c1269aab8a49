using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Alys.Formats.Qti12;

// Later editions of QTI, told by the root of a document or the type of a resource.
static partial class QtiVersions
{
    internal static string? Of(XElement root) => !IsRoot(root.Name.LocalName) ? null : root.Name.LocalName.StartsWith("qti-", StringComparison.Ordinal) ? "3.0" : InNamespace(root) ?? "2";

    internal static bool IsRoot(string name) =>
        name is "assessmentItem" or "assessmentTest" or "assessmentSection" or "assessmentStimulus" || name.StartsWith("qti-", StringComparison.Ordinal);

    // imsqti_item_xmlv2p1 → 2.1; null for version 1 and for what is not QTI.
    internal static string? OfResource(string type) =>
        ResourceType().Match(type) is { Success: true } found && found.Groups[1].Value != "1" ? $"{found.Groups[1].Value}.{found.Groups[2].Value}" : null;

    static string? InNamespace(XElement root) =>
        Namespace().Match(root.Name.NamespaceName) is { Success: true } found ? $"{found.Groups[1].Value}.{found.Groups[2].Value}" : null;

    [GeneratedRegex(@"^imsqti_\w*?xmlv(\d)p(\d)", RegexOptions.IgnoreCase)]
    private static partial Regex ResourceType();

    [GeneratedRegex(@"imsqti\w*?_v(\d)p(\d)", RegexOptions.IgnoreCase)]
    private static partial Regex Namespace();
}
