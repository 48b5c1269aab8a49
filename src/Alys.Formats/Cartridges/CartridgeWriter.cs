using System.Net;
using System.Text;
using System.Xml.Linq;

namespace Alys.Formats.Cartridges;

/// <summary>A resource of a package that is being written.</summary>
/// <param name="Identifier">Unique within the package.</param>
/// <param name="Type">Type as Common Cartridge 1.3 names it.</param>
/// <param name="Href">Path of its main file.</param>
/// <param name="Dependencies">Identifiers of resources that it needs.</param>
public sealed record WrittenResource(string Identifier, string Type, string Href, params IReadOnlyList<string> Dependencies);

/// <summary>A place in the table of contents that is being written.</summary>
/// <param name="Identifier">Unique within the package.</param>
/// <param name="Title">Title for the learner.</param>
/// <param name="Reference">Identifier of a resource; null for a group.</param>
/// <param name="Items">What stands beneath it.</param>
public sealed record WrittenItem(string Identifier, string Title, string? Reference, params IReadOnlyList<WrittenItem> Items);

/// <summary>Writes the markup of IMS Common Cartridge 1.3.</summary>
public static class CartridgeWriter
{
    /// <summary>Types of resources.</summary>
    public const string Page = "webcontent", Assignment = "assignment_xmlv1p0", Test = "imsqti_xmlv1p2/imscc_xmlv1p3/assessment", Bank = "imsqti_xmlv1p2/imscc_xmlv1p3/question-bank",
        Beside = "associatedcontent/imscc_xmlv1p3/learning-application-resource";

    static readonly XNamespace Cp = "http://www.imsglobal.org/xsd/imsccv1p3/imscp_v1p1", Lom = "http://ltsc.ieee.org/xsd/imsccv1p3/LOM/manifest", Xsi = "http://www.w3.org/2001/XMLSchema-instance",
        Extension = "http://www.imsglobal.org/xsd/imscc_extensions/assignment";

    /// <summary>The manifest, <c>imsmanifest.xml</c>.</summary>
    /// <param name="title">Title of the course.</param>
    /// <param name="language">kk, ru or en.</param>
    /// <param name="modules">The table of contents.</param>
    /// <param name="resources">All resources.</param>
    public static byte[] Manifest(string title, string language, IEnumerable<WrittenItem> modules, IEnumerable<WrittenResource> resources)
    {
        ArgumentNullException.ThrowIfNull(modules);
        ArgumentNullException.ThrowIfNull(resources);
        return Bytes(new XElement(Cp + "manifest", new XAttribute("identifier", "alys-pack"), new XAttribute(XNamespace.Xmlns + "lomimscc", Lom.NamespaceName), new XAttribute(XNamespace.Xmlns + "xsi", Xsi.NamespaceName),
            new XAttribute(Xsi + "schemaLocation", $"{Cp} http://www.imsglobal.org/profile/cc/ccv1p3/ccv1p3_imscp_v1p2_v1p0.xsd {Lom} http://www.imsglobal.org/profile/cc/ccv1p3/LOM/ccv1p3_lommanifest_v1p0.xsd"),
            new XElement(Cp + "metadata", new XElement(Cp + "schema", "IMS Common Cartridge"), new XElement(Cp + "schemaversion", "1.3.0"),
                new XElement(Lom + "lom", new XElement(Lom + "general", new XElement(Lom + "title", new XElement(Lom + "string", new XAttribute("language", language), title)), new XElement(Lom + "language", language)))),
            new XElement(Cp + "organizations", new XElement(Cp + "organization", new XAttribute("identifier", "contents"), new XAttribute("structure", "rooted-hierarchy"),
                new XElement(Cp + "item", new XAttribute("identifier", "root"), modules.Select(Item)))),
            new XElement(Cp + "resources", resources.Select(Resource))));
    }

    static XElement Item(WrittenItem item) => new(Cp + "item", new XAttribute("identifier", item.Identifier), item.Reference is null ? null : new XAttribute("identifierref", item.Reference),
        new XElement(Cp + "title", item.Title), item.Items.Select(Item));

    static XElement Resource(WrittenResource resource) => new(Cp + "resource", new XAttribute("identifier", resource.Identifier), new XAttribute("type", resource.Type),
        resource.Type is Page or Assignment or Beside ? new XAttribute("href", Address(resource.Href)) : null,
        new XElement(Cp + "file", new XAttribute("href", Address(resource.Href))), resource.Dependencies.Select(d => new XElement(Cp + "dependency", new XAttribute("identifierref", d))));

    /// <summary>A path as an address: each part escaped.</summary>
    public static string Address(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
    }

    /// <summary>A page of web content.</summary>
    /// <param name="title">Its title.</param>
    /// <param name="language">kk, ru or en.</param>
    /// <param name="body">Clean HTML.</param>
    public static byte[] Html(string title, string language, string body) =>
        Encoding.UTF8.GetBytes($"<!DOCTYPE html>\n<html lang=\"{language}\">\n<head><meta charset=\"utf-8\"><title>{WebUtility.HtmlEncode(title)}</title></head>\n<body>\n<h1>{WebUtility.HtmlEncode(title)}</h1>\n{body}\n</body>\n</html>\n");

    /// <summary>A task to be handed in (Assignment extension 1.0).</summary>
    /// <param name="identifier">Unique within the package.</param>
    /// <param name="title">Its title.</param>
    /// <param name="body">Clean HTML.</param>
    /// <param name="points">The highest mark.</param>
    /// <param name="formats">How it is answered: <c>html</c>, <c>text</c>, <c>url</c>, <c>file</c>.</param>
    public static byte[] Task(string identifier, string title, string body, int? points, IEnumerable<string> formats)
    {
        ArgumentNullException.ThrowIfNull(formats);
        return Bytes(new XElement(Extension + "assignment", new XAttribute("identifier", identifier), new XAttribute(XNamespace.Xmlns + "xsi", Xsi.NamespaceName),
            new XAttribute(Xsi + "schemaLocation", $"{Extension} http://www.imsglobal.org/profile/cc/cc_extensions/cc_extresource_assignmentv1p0_v1p0.xsd"),
            new XElement(Extension + "title", title), new XElement(Extension + "text", new XAttribute("texttype", "text/html"), body),
            points is null ? null : new XElement(Extension + "gradable", new XAttribute("points_possible", points.Value), "true"),
            new XElement(Extension + "submission_formats", formats.Select(f => new XElement(Extension + "format", new XAttribute("type", f))))));
    }

    static byte[] Bytes(XElement root) => Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + root.ToString());
}
