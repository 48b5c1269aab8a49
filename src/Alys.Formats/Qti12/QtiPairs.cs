using System.Xml.Linq;
using Alys.Formats.Questions;

namespace Alys.Formats.Qti12;

// Several response_lid, each with a premise of its own and all with the same options: matching.
sealed class QtiPairs(QtiItem owner, XElement item, List<XElement> responses)
{
    readonly QtiScoring scoring = new(item);

    internal Question? Take(Question question)
    {
        var premises = responses.ConvertAll(r => owner.TextOf(r.Element("material")));
        var options = responses.ConvertAll(Options);
        if (premises.Contains(null) || options.Exists(o => o is null || o.Count == 0 || o.Count != options[0]?.Count || !o.Values.ToHashSet().SetEquals(options[0]!.Values)))
        {
            return owner.Refuse("questions.problem.kind", owner.Kind ?? $"response_lid × {responses.Count}");
        }
        if (responses.Count > QtiChoices.MaxChoices || options[0]!.Count > QtiChoices.MaxChoices)
        {
            return owner.Refuse("questions.problem.too-many-choices", Math.Max(responses.Count, options[0]!.Count));
        }
        var none = scoring.Of("");
        var right = new Dictionary<string, IReadOnlyCollection<string>>(StringComparer.Ordinal);
        var gains = new List<decimal>();
        var pairs = new List<QuestionPair>();
        for (var i = 0; i < responses.Count; i++)
        {
            var ident = responses[i].Word("ident");
            var (option, gain) = options[i]!.Keys.Select(o => (Option: o, Gain: scoring.Of(ident, o).Score - none.Score)).MaxBy(o => o.Gain);
            if (gain <= 0)
            {
                return owner.Refuse(scoring.IsScored ? "qti.problem.scoring" : "questions.problem.no-right-answer");
            }
            right[ident] = [option];
            gains.Add(gain);
            pairs.Add(new QuestionPair(premises[i], options[i]![option], null));
        }
        var full = scoring.Of(right);
        if (!scoring.IsUnderstood || full.Score != gains.Sum())
        {
            return owner.Refuse("qti.problem.scoring");
        }
        if (gains.Max() - gains.Min() > gains.Max() / 50)
        {
            owner.Warn("qti.problem.equal-shares");
        }
        owner.Best(full.Score, scoring.Declared);
        pairs.AddRange(options[0]!.Values.Except(pairs.Select(p => p.Answer)).ToList().Select(o => new QuestionPair(null, o, null)));
        var (shared, _) = owner.Feedback.Share(question, [full], [none], []);
        return shared with { Kind = QuestionKind.Matching, Pairs = pairs };
    }

    Dictionary<string, string>? Options(XElement response)
    {
        var labels = response.Descendants("response_label").ToList();
        if (QtiChoices.Texts(owner, labels) is not { } texts || labels.DistinctBy(l => l.Word("ident")).Count() < labels.Count)
        {
            return null;
        }
        return labels.Zip(texts).ToDictionary(l => l.First.Word("ident"), l => QtiText.Plain(l.Second), StringComparer.Ordinal);
    }
}
