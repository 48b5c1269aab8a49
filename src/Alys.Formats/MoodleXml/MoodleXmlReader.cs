using System.Xml.Linq;
using Alys.Formats.Questions;
using Alys.Formats.Xml;

namespace Alys.Formats.MoodleXml;

/// <summary>
/// Reads Moodle XML (docs.moodle.org, "Moodle XML format"). Never throws on bad input: a question is either understood or reported with its
/// title and line, and what a question bears beyond <see cref="Question"/> is named in a warning.
/// </summary>
public static class MoodleXmlReader
{
    internal const string Root = "quiz";

    /// <summary>Reads a file in the encoding that it declares.</summary>
    public static QuestionFile Read(ReadOnlySpan<byte> bytes)
    {
        var decoded = XmlText.Decode(bytes);
        var file = Read(decoded.Text);
        return file with { Problems = [.. decoded.Problems, .. file.Problems], Encoding = decoded.Encoding };
    }

    /// <summary>Reads text that has already been decoded.</summary>
    public static QuestionFile Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var root = XmlText.Parse(text, out var problem);
        if (root is not null && root.Name.LocalName != Root)
        {
            problem = Problem.Error(0, "xml.problem.unknown-root", root.Name.LocalName);
        }
        return problem is null ? Questions(root!) : QuestionFile.Refused(QuestionFormat.MoodleXml, "utf-8", problem);
    }

    static QuestionFile Questions(XElement quiz)
    {
        var questions = new List<Question>();
        var problems = new List<Problem>();
        var described = new List<string>();
        IReadOnlyList<string> category = [];
        foreach (var element in quiz.Elements("question"))
        {
            if ((string?)element.Attribute("type") == "category")
            {
                category = CategoryPath.Parse(element.Element("category").Words());
                if (element.Element("info").Words() != "")
                {
                    described.Add(string.Join(" / ", category));
                }
                continue;
            }
            var parser = new MoodleQuestion(element, category, problems);
            if (parser.Parse() is { } question)
            {
                questions.Add(question);
            }
        }
        if (described.Count > 0)
        {
            problems.Insert(0, Problem.Warning(0, "moodle-xml.problem.category-texts", string.Join(", ", described)));
        }
        if (quiz.Elements("question").Any(q => MoodleXmlElements.Number(q.Element("defaultgrade").Words()) is not (null or 1 or 0)))
        {
            problems.Insert(0, Problem.Warning(0, "questions.problem.points"));
        }
        return new QuestionFile(QuestionFormat.MoodleXml, questions, [.. problems.OrderBy(p => p.Line)], "utf-8");
    }
}
