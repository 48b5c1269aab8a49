using Alys.Formats.Archives;
using Alys.Formats.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;

namespace Alys.Formats.Word;

// Looks at the package before the library that understands it does: bounds, markup, what reaches outside, what could run.
sealed class WordPackage(string name)
{
    const int MaxElements = 1_000_000;

    internal List<Problem> Problems { get; } = [];

    internal WordDocument? Read(Stream stream, int level)
    {
        if (!SafeArchive.TryOpen(stream, null, out var archive, out var found))
        {
            Problems.AddRange(found);
            return null;
        }
        using (archive)
        {
            if (!WordDocument.IsIn(archive))
            {
                Problems.Add(Problem.Error(0, "word.problem.not-word", name));
                return null;
            }
            if (!IsSound(archive))
            {
                return null;
            }
            Remark(archive);
        }
        try
        {
            stream.Position = 0;
            using var document = WordprocessingDocument.Open(stream, isEditable: false, new OpenSettings
            {
                AutoSave = false, MaxCharactersInPart = XmlText.MaxCharacters,
                MarkupCompatibilityProcessSettings = new MarkupCompatibilityProcessSettings(MarkupCompatibilityProcessMode.ProcessAllParts, FileFormatVersions.Office2019),
            });
            return new WordReader(document, name, Problems).Read(level);
        }
        catch (Exception e) when (e is OpenXmlPackageException or System.Xml.XmlException or InvalidDataException or IOException or UriFormatException or ArgumentException or FormatException or InvalidOperationException or KeyNotFoundException)
        {
            Problems.Add(Problem.Error(0, "word.problem.broken", name));
            return null;
        }
    }

    // Every piece of markup is read once as any XML from outside: no document type, bounded depth and size.
    bool IsSound(SafeArchive archive)
    {
        foreach (var file in archive.Files.Where(f => f.Name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || f.Name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)))
        {
            XmlText.Parse(XmlText.Decode(archive.ReadAll(file.Path)).Text, out var problem, MaxElements);
            if (problem is not null)
            {
                Problems.Add(Problem.Error(0, problem.Key == "xml.problem.dtd" ? "word.problem.dtd" : problem.Key is "xml.problem.too-deep" or "xml.problem.too-large" ? "word.problem.too-large" : "word.problem.broken", name, file.Path));
                return false;
            }
        }
        return true;
    }

    void Remark(SafeArchive archive)
    {
        if (archive.Files.Any(f => f.Name.Equals("vbaProject.bin", StringComparison.OrdinalIgnoreCase)))
        {
            Problems.Add(Problem.Warning(0, "word.problem.macros", name));
        }
        var embedded = archive.Files.Count(f => f.Folder.EndsWith("/embeddings", StringComparison.OrdinalIgnoreCase) || f.Folder.EndsWith("/activeX", StringComparison.OrdinalIgnoreCase));
        if (embedded > 0)
        {
            Problems.Add(Problem.Warning(0, "word.problem.embedded", name, embedded));
        }
        var outer = archive.Files.Where(f => f.Name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase))
            .SelectMany(f => XmlText.Parse(XmlText.Decode(archive.ReadAll(f.Path)).Text, out _)?.Elements() ?? [])
            .Where(IsFetched)
            .Select(r => (string?)r.Attribute("Target") ?? "").Distinct().ToList();
        foreach (var target in outer.Take(20))
        {
            Problems.Add(Problem.Warning(0, "word.problem.external", name, target.Length > 200 ? target[..200] + "…" : target));
        }
    }

    // Templates, frames and pictures elsewhere would be fetched by Word itself; a link is only followed by who presses it.
    static bool IsFetched(System.Xml.Linq.XElement relationship) =>
        (string?)relationship.Attribute("TargetMode") == "External" && ((string?)relationship.Attribute("Type"))?.EndsWith("/hyperlink", StringComparison.Ordinal) != true;
}
