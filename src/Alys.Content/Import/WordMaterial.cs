using Alys.Formats;
using Alys.Formats.Archives;
using Alys.Formats.Word;

namespace Alys.Content.Import;

/// <summary>What documents of Word offer to a pack: each of their sections is a lesson.</summary>
internal static class WordMaterial
{
    /// <summary>Levels that an author may choose.</summary>
    public const int MostLevels = 6;

    /// <summary>The file is one document.</summary>
    public static Material Of(Stream stream, LessonImport import)
    {
        using var copy = new MemoryStream();
        stream.Position = 0;
        stream.CopyTo(copy);
        var material = new Material { Pages = [], Files = [], Lessons = 0 };
        return Add(material, copy, import.FileName, import.HeadingLevel) with { IsWord = true };
    }

    /// <summary>Documents among lessons: those that no text refers to are lessons themselves, after the others.</summary>
    public static Material Among(Material material, SafeArchive archive, LessonImport import)
    {
        var linked = material.Pages.SelectMany(p => p.Page.References).Select(r => r.Path).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var documents = material.Files.Select(f => f.Path).Where(p => IsName(p) && !linked.Contains(p)).Order(NaturalOrder.Instance).ToList();
        foreach (var path in documents)
        {
            using var bytes = new MemoryStream(archive.ReadAll(path));
            material = Add(material, bytes, path, import.HeadingLevel);
        }
        return documents.Count == 0 || material.Lessons == 0 ? material : material with { Problems = [.. material.Problems.Where(p => p.Key != "lessons.problem.no-lessons")] };
    }

    private static bool IsName(string path) => Path.GetExtension(path).ToLowerInvariant() is ".docx" or ".docm";

    private static Material Add(Material material, Stream stream, string name, int level)
    {
        if (!WordDocument.TryRead(stream, name, level, out var document, out var problems))
        {
            // Among others it is a remark; alone it refuses the import.
            return material with { Problems = [.. material.Problems, .. problems] };
        }
        var cut = document.Level == 0 ? [] : new[] { new Problem(0, "word.problem.headings", Severity.Warning, name, document.Level, document.Sections.Count) };
        return material with
        {
            HasWord = true, Lessons = material.Lessons + document.Sections.Count,
            Pages = [.. material.Pages, .. document.Sections.Select((s, i) => new MaterialPage(s.Page, PageRole.Main, s.Group.Length > 0 ? s.Group : document.Title, material.Lessons + i) { Called = s.Page.Title })],
            Files = [.. material.Files.Where(f => f.Path != name), .. document.Pictures.Keys.Select(p => new MaterialFile(p, "content.import.unused-file"))],
            Skipped = material.Files.Any(f => f.Path == name) ? [.. material.Skipped, new ImportLine(name, LessonOutcome.Skipped, "content.import.word-file") { Title = document.Title }] : material.Skipped,
            Inner = material.Inner.Concat(document.Pictures).ToDictionary(p => p.Key, p => p.Value, StringComparer.Ordinal),
            Problems = [.. material.Problems, .. cut, .. document.Problems],
        };
    }
}
