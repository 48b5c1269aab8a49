using System.IO.Compression;
using System.Security;
using System.Text;

namespace Alys.Tests.Formats;

/// <summary>A package of our own making, piece by piece.</summary>
sealed class SmallCartridge(string version = "1.3.0")
{
    readonly StringBuilder items = new();
    readonly StringBuilder resources = new();
    readonly List<(string Path, object Content)> files = [];

    internal string Schema { get; init; } = "IMS Common Cartridge";
    internal string Title { get; init; } = "Деректер қоры";

    /// <summary>Version as types write it: v1p3.</summary>
    internal string V => $"v{version[0]}p{version[2]}";

    internal static string Topic(string title, string text, params string[] attachments) =>
        $"""<topic xmlns="http://www.imsglobal.org/xsd/imsccv1p1/imsdt_v1p1"><title>{title}</title><text texttype="text/html">{SecurityElement.Escape(text)}</text><attachments>{string.Concat(attachments.Select(a => $"<attachment href=\"{a}\"/>"))}</attachments></topic>""";

    internal static string Link(string title, string address) =>
        $"""<wl:webLink xmlns:wl="http://www.imsglobal.org/xsd/imsccv1p1/imswl_v1p1"><wl:title>{title}</wl:title><wl:url href="{SecurityElement.Escape(address)}" target="_blank"/></wl:webLink>""";

    internal static string Tool(string title, string address) =>
        $"""<cartridge_basiclti_link xmlns="http://www.imsglobal.org/xsd/imslticc_v1p0" xmlns:blti="http://www.imsglobal.org/xsd/imsbasiclti_v1p0"><blti:title>{title}</blti:title><blti:launch_url>{address}</blti:launch_url></cartridge_basiclti_link>""";

    internal static string Assignment(string title, string text, string rest = "") =>
        $"""<assignment xmlns="http://www.imsglobal.org/xsd/imscc_extensions/assignment" identifier="a"><title>{title}</title><text texttype="text/html">{SecurityElement.Escape(text)}</text>{rest}</assignment>""";

    internal SmallCartridge Item(string markup)
    {
        items.AppendLine(markup);
        return this;
    }

    internal SmallCartridge Module(string title, params (string Title, string Reference)[] content) => Item(
        $"<item identifier=\"m-{title}\"><title>{title}</title>{string.Concat(content.Select(c => $"<item identifier=\"i-{c.Reference}\" identifierref=\"{c.Reference}\"><title>{c.Title}</title></item>"))}</item>");

    internal SmallCartridge Resource(string markup)
    {
        resources.AppendLine(markup);
        return this;
    }

    /// <summary>A resource of one file.</summary>
    internal SmallCartridge Resource(string identifier, string type, string path, object content, string more = "")
    {
        Resource($"<resource identifier=\"{identifier}\" type=\"{type}\" href=\"{path}\" {more}><file href=\"{path}\"/></resource>");
        return File(Uri.UnescapeDataString(path), content);
    }

    internal SmallCartridge File(string path, object content)
    {
        files.Add((path, content));
        return this;
    }

    internal string Manifest =>
        $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <manifest identifier="m" xmlns="http://www.imsglobal.org/xsd/imscc{V}/imscp_v1p1" xmlns:lomimscc="http://ltsc.ieee.org/xsd/imscc{V}/LOM/manifest" xmlns:lom="http://ltsc.ieee.org/xsd/imscc{V}/LOM/resource" xmlns:cpx="http://www.imsglobal.org/xsd/imscc{V}/imscp_extensionv1p2">
        <metadata><schema>{Schema}</schema><schemaversion>{version}</schemaversion><lomimscc:lom><lomimscc:general><lomimscc:title><lomimscc:string>{Title}</lomimscc:string></lomimscc:title></lomimscc:general></lomimscc:lom></metadata>
        <organizations><organization identifier="o" structure="rooted-hierarchy"><item identifier="root">{items}</item></organization></organizations>
        <resources>{resources}</resources>
        </manifest>
        """;

    internal byte[] Pack(string folder = "")
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, content) in files.Prepend(("imsmanifest.xml", Manifest)).DistinctBy(f => f.Item1))
            {
                using var entry = zip.CreateEntry(folder + path).Open();
                entry.Write(content as byte[] ?? Encoding.UTF8.GetBytes((string)content));
            }
        }
        return bytes.ToArray();
    }
}
