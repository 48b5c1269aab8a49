using System.Xml.Linq;
using Alys.Formats.Gift;
using Alys.Formats.Questions;

namespace Alys.Formats.MoodleXml;

// The formulas and the values of a calculated question.
static class MoodleFormulas
{
    const int MaxNames = 20, MaxRows = 200;

    /// <summary>The rows of all wild cards; null when one has no values or there are too many.</summary>
    internal static QuestionValues? Values(XElement element)
    {
        var names = new List<string>();
        var columns = new List<List<double>>();
        foreach (var definition in element.Elements("dataset_definitions").Elements("dataset_definition"))
        {
            var name = definition.Element("name").Words();
            var values = definition.Elements("dataset_items").Elements("dataset_item").OrderBy(i => MoodleXmlElements.Number(i.Element("number").Words()) ?? 0).Select(i => GiftNumbers.Number(i.Element("value").Words())).ToList();
            if (name == "" || names.Contains(name) || values.Count == 0 || values.Contains(null))
            {
                return null;
            }
            names.Add(name);
            columns.Add(values.ConvertAll(v => v!.Value));
        }
        if (names.Count is 0 or > MaxNames)
        {
            return null;
        }
        var rows = Math.Min(MaxRows, columns.Min(c => c.Count));
        return new QuestionValues(names, [.. Enumerable.Range(0, rows).Select(r => (IReadOnlyList<double>)[.. columns.Select(c => c[r])])]);
    }

    /// <summary>Null when its numbers cannot be read.</summary>
    internal static QuestionFormula? Formula(XElement answer, decimal weight, MarkupFormat format)
    {
        var kind = answer.Element("tolerancetype").Words() switch { "2" => ToleranceKind.Absolute, "3" => ToleranceKind.Geometric, _ => ToleranceKind.Relative };
        var tolerance = answer.Element("tolerance").Words() is { Length: > 0 } given ? GiftNumbers.Number(given) : 0;
        var places = MoodleXmlElements.Number(answer.Element("correctanswerlength").Words()) ?? 2;
        return answer.Words() == "" || tolerance is not (>= 0 and var around) || places is < 0 or > 15 ? null
            : new QuestionFormula(answer.Words(), around, kind, (int)places, answer.Element("correctanswerformat").Words() == "2", weight, answer.Element("feedback").Text(format));
    }
}
