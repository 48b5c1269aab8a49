using System.Xml.Linq;
using Alys.Formats.Archives;
using Alys.Formats.Questions;
using Alys.Formats.Xml;

namespace Alys.Formats.Qti12;

/// <summary>
/// Reads a package (IMS Content Packaging, also a Common Cartridge) whose <c>imsmanifest.xml</c> names documents of QTI 1.x. When the manifest or
/// a document of it is broken or missing, nothing is taken. Later editions of QTI are refused by their number.
/// </summary>
public static class Qti12Package
{
    const string Manifest = "imsmanifest.xml";

    /// <summary>Reads a checked archive.</summary>
    public static QuestionFile Read(SafeArchive archive)
    {
        ArgumentNullException.ThrowIfNull(archive);
        var manifest = archive.Files.Where(f => f.Name == Manifest && !f.Path.StartsWith("__MACOSX/", StringComparison.Ordinal)).MinBy(f => f.Path.Count(c => c == '/'));
        if (manifest is null)
        {
            return Refused("qti.problem.no-manifest");
        }
        if (XmlText.Parse(XmlText.Decode(archive.ReadAll(manifest.Path)).Text, out _) is not { } root || root.Name.LocalName != "manifest")
        {
            return Refused("qti.problem.bad-manifest");
        }
        QtiElements.DropNamespaces(root);
        var resources = root.Descendants("resource").ToList();
        var ours = resources.FindAll(IsVersion1);
        if (ours.Count == 0 && resources.Select(r => QtiVersions.OfResource(r.Word("type"))).FirstOrDefault(v => v is not null) is { } version)
        {
            return Refused("qti.problem.version", version);
        }
        var paths = ours.Count > 0 ? [.. ours.Select(r => PathOf(r, manifest.Folder)).Distinct()] : Unnamed(archive).ToList();
        return paths.Find(p => !archive.Has(p)) is { } missing ? Refused("qti.problem.missing-file", missing)
            : paths.Count == 0 ? Refused("qti.problem.no-documents")
            : Documents(archive, paths, resources.Count(r => !ours.Contains(r) && !IsBeside(r)));
    }

    static bool IsVersion1(XElement resource) =>
        resource.Word("type") is var type && type.StartsWith("imsqti", StringComparison.OrdinalIgnoreCase) && QtiVersions.OfResource(type) is null;

    // Files that pages and questions use, and what a learning system says to itself.
    static bool IsBeside(XElement resource) =>
        resource.Word("type") is var type && (type.StartsWith("webcontent", StringComparison.OrdinalIgnoreCase) || type.StartsWith("associatedcontent", StringComparison.OrdinalIgnoreCase));

    static string PathOf(XElement resource, string folder)
    {
        var href = resource.Word("href") is { Length: > 0 } own ? own : resource.Elements("file").Select(f => f.Word("href")).FirstOrDefault(h => h != "") ?? resource.Word("identifier");
        return (folder == "" ? "" : folder + "/") + Uri.UnescapeDataString(href);
    }

    // Some systems give their resources types of their own.
    static IEnumerable<string> Unnamed(SafeArchive archive) => archive.Files
        .Where(f => f.Name != Manifest && f.Length <= XmlText.MaxCharacters && (f.Name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || f.Name.EndsWith(".dat", StringComparison.OrdinalIgnoreCase)))
        .Select(f => f.Path).Where(p => new XmlProlog(XmlText.Decode(archive.ReadAll(p)).Text).Root == Qti12Reader.Root);

    static QuestionFile Documents(SafeArchive archive, List<string> paths, int others)
    {
        var questions = new List<Question>();
        var problems = new List<Problem>();
        var encodings = new List<string>();
        foreach (var path in paths)
        {
            var decoded = XmlText.Decode(archive.ReadAll(path));
            var file = Qti12Reader.Read(decoded.Text, path);
            if (file.Refusal is { } broken)
            {
                return QuestionFile.Refused(QuestionFormat.Qti12, decoded.Encoding, broken with { File = path });
            }
            questions.AddRange(file.Questions);
            problems.AddRange(decoded.Problems.Select(p => p with { File = path }).Concat(file.Problems));
            encodings.Add(decoded.Encoding);
        }
        if (others > 0)
        {
            problems.Insert(0, Problem.Warning(0, "qti.problem.other-resources", others));
        }
        return new QuestionFile(QuestionFormat.Qti12, questions, problems, string.Join(", ", encodings.Distinct()));
    }

    static QuestionFile Refused(string key, params object[] args) => QuestionFile.Refused(QuestionFormat.Qti12, "", Problem.Error(0, key, args));
}
