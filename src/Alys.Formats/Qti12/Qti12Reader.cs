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
    /// <param name="bytes">The document.</param>
    /// <param name="path">Its path within its package, or null.</param>
    public static QuestionFile Read(ReadOnlySpan<byte> bytes, string? path = null)
    {
        var decoded = XmlText.Decode(bytes);
        var file = Read(decoded.Text, path);
        return file with { Problems = [.. decoded.Problems.Select(p => p with { File = path }), .. file.Problems], Encoding = decoded.Encoding };
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
        return new QuestionFile(QuestionFormat.Qti12, questions, [.. problems.OrderBy(p => p.Line)], "utf-8") { Test = root.Element("assessment") is { } test ? Test(test) : null };
    }

    // Common Cartridge counts the time in minutes; without a word on attempts there is one.
    static QuestionTest Test(XElement test)
    {
        var said = test.Elements("qtimetadata").Elements("qtimetadatafield").GroupBy(f => f.Element("fieldlabel")?.Value.Trim() ?? "", StringComparer.OrdinalIgnoreCase)
            .ToDictionary(g => g.Key, g => g.First().Element("fieldentry")?.Value.Trim() ?? "", StringComparer.OrdinalIgnoreCase);
        var attempts = said.GetValueOrDefault("cc_maxattempts") ?? "1";
        return new QuestionTest(test.Word("title"), Whole(said.GetValueOrDefault("qmd_timelimit") ?? "", 0), attempts.Equals("unlimited", StringComparison.OrdinalIgnoreCase) ? 0 : Whole(attempts, 1));
    }

    static int Whole(string text, int otherwise) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : otherwise;
}
