using System.Xml.Linq;
using Alys.Formats.Questions;

namespace Alys.Formats.Qti12;

// One response_lid of ordered cardinality: elements in the order in which the file's condition names them.
sealed class QtiOrder(QtiItem owner, XElement item, XElement response)
{
    internal Question? Take(Question question)
    {
        var labels = response.Descendants("response_label").ToList();
        if (labels.Count is < 2 or > QtiChoices.MaxChoices)
        {
            return owner.Refuse(labels.Count < 2 ? "questions.problem.too-few-elements" : "questions.problem.too-many-choices", labels.Count);
        }
        if (QtiChoices.Texts(owner, labels) is not { } texts)
        {
            return owner.Refuse("questions.problem.empty-answer");
        }
        var idents = labels.ConvertAll(l => l.Word("ident"));
        var conditions = new QtiScoring(item).Conditions.Where(c => c.Elements("setvar").Any(v => QtiElements.Number(v.Value) is > 0))
            .Select(c => c.Elements("conditionvar").Descendants("varequal").Where(v => v.Word("respident") == response.Word("ident")).ToList()).Where(c => c.Count > 0).ToList();
        // All in one condition, or one place in each.
        var (order, scoring) = conditions.Find(c => c.Count == idents.Count) is { } whole ? (whole, OrderScoring.Whole)
            : conditions.TrueForAll(c => c.Count == 1 && c[0].Attribute("index") is not null) ? (conditions.ConvertAll(c => c[0]), OrderScoring.Position) : ([], OrderScoring.Whole);
        var places = order.OrderBy(v => QtiElements.Number(v.Word("index")) ?? 0).Select(v => idents.IndexOf(v.Value.Trim())).ToList();
        return places.Count == idents.Count && places.Order().SequenceEqual(Enumerable.Range(0, idents.Count))
            ? question with { Kind = QuestionKind.Ordering, Elements = [.. places.Select(p => texts[p])], OrderScoring = scoring }
            : owner.Refuse("qti.problem.scoring");
    }
}
