using System.Xml.Linq;
using Alys.Formats.Questions;

namespace Alys.Formats.Qti12;

// One response_str: accepted words, or an essay where no word gives points.
sealed class QtiWords(QtiItem owner, XElement item, string ident)
{
    // No author accepts it.
    const string Nonsense = "\uFFFD\uFFFD\uFFFD";

    readonly QtiScoring scoring = new(item);

    internal Question? Take(Question question)
    {
        if (owner.IsOfKind("essay"))
        {
            return Essay(question);
        }
        var tests = scoring.Conditions.Elements("conditionvar").Descendants()
            .Where(t => t.Name.LocalName is "varequal" or "varsubstring" && t.Word("respident") == ident && t.Ancestors("not").FirstOrDefault() is null && t.Value.Trim() != "")
            .DistinctBy(t => (t.Name.LocalName, t.Value.Trim())).Take(QtiScoring.MaxConditions).ToList();
        var trials = tests.ConvertAll(t => scoring.Of(ident, t.Value.Trim()));
        var nothing = scoring.Of(ident, Nonsense);
        var best = trials.Count == 0 ? 0 : trials.Max(t => t.Score);
        if (tests.Count == 0 && scoring.IsUnderstood && !IsScored() && !IsNamedAsWords())
        {
            return Essay(question);
        }
        if (!scoring.IsUnderstood || best <= 0 || nothing.Score > 0)
        {
            return owner.Refuse(tests.Count == 0 && scoring.IsUnderstood && nothing.Score <= 0 ? "questions.problem.no-right-answer" : "qti.problem.scoring");
        }
        owner.Best(best, scoring.Declared);
        var (shared, own) = owner.Feedback.Share(question, [.. trials.Where(t => t.Score == best)], [nothing], trials);
        return shared with
        {
            Kind = QuestionKind.ShortAnswer, CaseSensitive = IsCaseSensitive(tests),
            Answers = [.. tests.Select((t, i) => new QuestionAnswer(new QuestionText(Pattern(t), MarkupFormat.Plain), QtiItem.Percent(trials[i].Score, best), own[i]))],
        };
    }

    internal Question Essay(Question question)
    {
        var shown = scoring.Of(ident, Nonsense).Feedback;
        return question with
        {
            Kind = QuestionKind.Essay,
            GeneralFeedback = owner.Feedback.TextOf(shown),
            MarkingNotes = QtiText.Join(new[] { owner.Rubric(), owner.Feedback.Solution }.OfType<QuestionText>()),
        };
    }

    bool IsScored() => scoring.Of(ident, Nonsense).Score != 0;

    bool IsNamedAsWords() => owner.IsOfKind("fib") || owner.IsOfKind("short_answer") || owner.IsOfKind("pattern_match");

    bool IsCaseSensitive(List<XElement> tests)
    {
        var strict = tests.Count(t => QtiScoring.Comparison(t) == StringComparison.Ordinal);
        if (strict > 0 && strict < tests.Count)
        {
            owner.Warn("qti.problem.case");
        }
        return strict == tests.Count;
    }

    // An asterisk of the author's is a letter; the part of a text that must occur stands between two of ours.
    string Pattern(XElement test)
    {
        var word = test.Value.Trim();
        var literal = word.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("*", @"\*", StringComparison.Ordinal);
        if (test.Name.LocalName == "varequal")
        {
            return literal;
        }
        if (word.AsSpan().ContainsAny("[]^$|+?()"))
        {
            owner.Warn("qti.problem.substring", word);
        }
        return $"*{literal}*";
    }
}
