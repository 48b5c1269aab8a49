using System.Xml.Linq;
using Alys.Formats.Questions;

namespace Alys.Formats.MoodleXml;

// Kinds that are made of parts: elements in order, gaps of a text, formulas with their values.
sealed partial class MoodleQuestion
{
    // The fraction of an element is its place.
    Question? Ordering(Question question)
    {
        var elements = element.Elements("answer").Where(a => a.Words() != "").OrderBy(a => Weight(a) ?? 0).Select(a => a.Text(format)!).ToList();
        if (elements.Count < 2)
        {
            return Refuse("questions.problem.too-few-elements");
        }
        var rule = element.Element("gradingtype").Words().ToUpperInvariant();
        var scoring = rule switch
        {
            "ALL_OR_NOTHING" or "-1" => OrderScoring.Whole,
            "" or "ABSOLUTE_POSITION" or "0" => OrderScoring.Position,
            "RELATIVE_NEXT_EXCLUDE_LAST" or "1" => OrderScoring.Neighbours,
            _ => (rule.StartsWith("RELATIVE", StringComparison.Ordinal) && rule != "RELATIVE_TO_CORRECT") || rule is "2" or "3" or "4" ? OrderScoring.Neighbours : OrderScoring.Position,
        };
        if (rule is not ("" or "ALL_OR_NOTHING" or "-1" or "ABSOLUTE_POSITION" or "0" or "RELATIVE_NEXT_EXCLUDE_LAST" or "1"))
        {
            Warn(scoring == OrderScoring.Neighbours ? "moodle-xml.problem.by-neighbours" : "moodle-xml.problem.by-position", rule);
        }
        NotKept("selecttype", element.Element("selecttype").Words().ToUpperInvariant() is not ("" or "ALL" or "0"));
        return question with { Kind = QuestionKind.Ordering, Elements = elements, OrderScoring = scoring };
    }

    Question? Cloze(Question question)
    {
        var read = ClozeNotation.Read(question.Text.Text, question.Text.Format);
        return read.Problem is { } problem ? Refuse(problem, [.. read.Args]) : question with { Kind = QuestionKind.Cloze, Text = question.Text with { Text = read.Text }, Gaps = read.Gaps };
    }

    Question? Gaps(Question question)
    {
        var (found, problem, args) = MoodleGaps.Take(question, element);
        return found ?? Refuse(problem, args);
    }

    Question? Calculated(Question question)
    {
        var formulas = new List<QuestionFormula>();
        foreach (var answer in element.Elements("answer"))
        {
            if (!TryWeight(answer, out var weight))
            {
                return null;
            }
            if (answer.Words() == "*" && weight <= 0)
            {
                question = question with { OtherFeedback = answer.Element("feedback").Text(format) };
            }
            else if (MoodleFormulas.Formula(answer, weight, format) is { } formula)
            {
                formulas.Add(formula);
            }
            else
            {
                return Refuse("questions.problem.not-a-number", answer.Words());
            }
        }
        NotKept("units", element.Elements("units").Elements("unit").Any());
        return !formulas.Exists(f => f.Weight == 100) ? Refuse("questions.problem.no-full-answer")
            : MoodleFormulas.Values(element) is { } values ? question with { Kind = QuestionKind.Calculated, Formulas = formulas, Values = values } : Refuse("moodle-xml.problem.no-values");
    }
}
