using System.Xml.Linq;
using Alys.Formats.Questions;
using Alys.Formats.Xml;

namespace Alys.Formats.Qti12;

/// <summary>
/// Reads IMS QTI 1.2 (Question &amp; Test Interoperability: ASI Information Model, also 1.1 and 1.2.1), with the question types of Common Cartridge
/// and of Canvas. Scoring is taken from what the response processing does with each answer. Never throws on bad input: an item is either understood
/// or reported with its title and line.
/// </summary>
public static class Qti12Reader
{
    internal const string Root = "questestinterop";

    // What a test says beyond its items; a bank has no place for it.
    static readonly HashSet<string> TestParts = ["selection_ordering", "objectives", "rubric", "presentation_material", "outcomes_processing", "assessfeedback", "sectionfeedback", "itemref", "sectionref"];

    /// <summary>Reads one <c>questestinterop</c> document in the encoding that it declares.</summary>
    public static QuestionFile Read(ReadOnlySpan<byte> bytes)
    {
        var decoded = XmlText.Decode(bytes);
        var file = Read(decoded.Text, null);
        return file with { Problems = [.. decoded.Problems, .. file.Problems], Encoding = decoded.Encoding };
    }

    /// <summary>Reads text that has already been decoded.</summary>
    public static QuestionFile Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Read(text, null);
    }

    internal static QuestionFile Read(string text, string? path)
    {
        var root = XmlText.Parse(text, out var problem);
        if (root is not null && root.Name.LocalName != Root)
        {
            problem = QtiVersions.Of(root) is { } version ? Problem.Error(0, "qti.problem.version", version) : Problem.Error(0, "xml.problem.unknown-root", root.Name.LocalName);
        }
        return problem is null ? Questions(root!, path) : QuestionFile.Refused(QuestionFormat.Qti12, "utf-8", problem);
    }

    static QuestionFile Questions(XElement root, string? path)
    {
        QtiElements.DropNamespaces(root);
        var problems = new List<Problem>();
        var questions = root.Descendants("item").Select(i => new QtiItem(i, path, problems).Parse()).OfType<Question>().ToList();
        var parts = root.Elements().DescendantsAndSelf().Where(e => TestParts.Contains(e.Name.LocalName) && e.Ancestors("item").FirstOrDefault() is null)
            .Select(e => e.Name.LocalName).Distinct().ToList();
        if (parts.Count > 0 && questions.Count > 0)
        {
            problems.Add(Problem.Warning(0, "qti.problem.test-parts", string.Join(", ", parts)) with { File = path });
        }
        return new QuestionFile(QuestionFormat.Qti12, questions, [.. problems.OrderBy(p => p.Line)], "utf-8");
    }
}
