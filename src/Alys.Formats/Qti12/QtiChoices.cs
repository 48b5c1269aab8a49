using System.Xml.Linq;
using Alys.Formats.Questions;

namespace Alys.Formats.Qti12;

// One response_lid with render_choice: single choice, multiple choice, true or false.
sealed class QtiChoices(QtiItem owner, XElement item, XElement response)
{
    internal const int MaxChoices = 50;
    const int MaxSets = 10;

    static readonly HashSet<string> True = new(StringComparer.OrdinalIgnoreCase) { "true", "t", "верно", "правда", "истина", "да", "yes", "дұрыс", "рас", "ақиқат", "иә" };
    static readonly HashSet<string> False = new(StringComparer.OrdinalIgnoreCase) { "false", "f", "неверно", "ложь", "нет", "no", "бұрыс", "қате", "жалған", "жоқ" };

    readonly string ident = response.Word("ident");
    readonly QtiScoring scoring = new(item);
    readonly List<XElement> labels = [.. response.Descendants("response_label")];

    internal Question? Take(Question question)
    {
        if (labels.Count > MaxChoices)
        {
            return owner.Refuse("questions.problem.too-many-choices", labels.Count);
        }
        if (Texts(owner, labels) is not { } texts)
        {
            return owner.Refuse("questions.problem.empty-answer");
        }
        if (texts.Count < 2)
        {
            return owner.Refuse("questions.problem.too-few-choices");
        }
        question = question with { Shuffle = response.Elements("render_choice").First().Says("shuffle", "Yes") };
        return response.Says("rcardinality", "Multiple") ? Multiple(question, texts) : Single(question, texts);
    }

    internal static List<QuestionText>? Texts(QtiItem owner, List<XElement> labels)
    {
        var texts = new List<QuestionText>();
        foreach (var label in labels)
        {
            var text = owner.TextOf(label) ?? (label.Value.Trim() is { Length: > 0 } bare ? new QuestionText(bare, MarkupFormat.Plain) : null);
            if (text is null && !label.HasElements && (True.Contains(label.Word("ident")) || False.Contains(label.Word("ident"))))
            {
                text = new QuestionText(label.Word("ident"), MarkupFormat.Plain);
            }
            if (text is null)
            {
                return null;
            }
            texts.Add(text);
        }
        return texts;
    }

    Question? Single(Question question, List<QuestionText> texts)
    {
        var trials = labels.ConvertAll(l => scoring.Of(ident, l.Word("ident")));
        var best = trials.Max(t => t.Score);
        if (!scoring.IsUnderstood || best <= 0)
        {
            return owner.Refuse(scoring.IsScored || !scoring.IsUnderstood ? "qti.problem.scoring" : "questions.problem.no-right-answer");
        }
        owner.Best(best, scoring.Declared);
        var right = trials.Where(t => t.Score == best).ToList();
        var wrong = trials.Where(t => t.Score <= 0).ToList();
        var (shared, own) = owner.Feedback.Share(question, right, wrong, trials);
        var answers = texts.Select((t, i) => new QuestionAnswer(t, QtiItem.Percent(trials[i].Score, best), own[i])).ToList();
        return AsTrueFalse(shared, answers) ?? shared with { Kind = QuestionKind.SingleChoice, Answers = answers };
    }

    static Question? AsTrueFalse(Question question, List<QuestionAnswer> answers)
    {
        if (answers.Count != 2 || answers.Find(a => a.Weight == 100) is not { } right || answers.Find(a => a.Weight == 0) is not { } wrong)
        {
            return null;
        }
        var (first, second) = (QtiText.Plain(right.Text), QtiText.Plain(wrong.Text));
        var truth = True.Contains(first) && False.Contains(second);
        return !truth && !(False.Contains(first) && True.Contains(second)) ? null : question with
        {
            Kind = QuestionKind.TrueFalse, Truth = truth,
            RightFeedback = QtiText.Join(new[] { right.Feedback, question.RightFeedback }.OfType<QuestionText>()),
            WrongFeedback = QtiText.Join(new[] { wrong.Feedback, question.WrongFeedback }.OfType<QuestionText>()),
        };
    }

    Question? Multiple(Question question, List<QuestionText> texts)
    {
        var idents = labels.ConvertAll(l => l.Word("ident"));
        var none = scoring.Of(ident);
        var alone = idents.ConvertAll(i => scoring.Of(ident, i));
        var gains = alone.ConvertAll(a => a.Score - none.Score);
        HashSet<string> right;
        List<decimal> weights;
        var isWhole = false;
        if (none.Score == 0 && gains.Exists(g => g > 0) && AddsUp(idents, gains))
        {
            var best = owner.Best(gains.Where(g => g > 0).Sum(), scoring.Declared);
            weights = gains.ConvertAll(g => QtiItem.Percent(g, best));
            right = [.. idents.Where((_, i) => gains[i] > 0)];
        }
        else if (Whole(idents, none.Score) is { } whole)
        {
            isWhole = true;
            right = whole;
            weights = idents.ConvertAll(i => whole.Contains(i) ? Math.Round(100m / whole.Count, 5) : 0);
            owner.Best(scoring.Of(ident, whole).Score, scoring.Declared);
        }
        else
        {
            return owner.Refuse(scoring.IsScored || !scoring.IsUnderstood ? "qti.problem.scoring" : "questions.problem.no-right-answer");
        }
        List<QtiOutcome> wrong = [none, .. alone.Where((_, i) => !right.Contains(idents[i]))];
        var (shared, own) = owner.Feedback.Share(question, [scoring.Of(ident, right)], wrong, alone);
        return !scoring.IsUnderstood ? owner.Refuse("qti.problem.scoring") : shared with
        {
            Kind = QuestionKind.MultipleChoice, AllOrNothing = isWhole, Answers = [.. texts.Select((t, i) => new QuestionAnswer(t, weights[i], own[i]))],
        };
    }

    // Do points of two neighbours, of all and of the right ones make the sum of their points? To try every set would take for ever.
    bool AddsUp(List<string> idents, List<decimal> gains)
    {
        for (var i = 1; i < idents.Count; i++)
        {
            if (scoring.Of(ident, idents[i - 1], idents[i]).Score != gains[i - 1] + gains[i])
            {
                return false;
            }
        }
        var positive = idents.Where((_, i) => gains[i] > 0).ToList();
        return scoring.Of(ident, idents).Score == gains.Sum() && scoring.Of(ident, positive).Score == gains.Where(g => g > 0).Sum();
    }

    // The one set that gives the points while one more or one less gives none.
    HashSet<string>? Whole(List<string> idents, decimal nothing)
    {
        foreach (var condition in scoring.Conditions.Where(c => c.Elements("setvar").Any(v => QtiElements.Number(v.Value) is > 0)).Take(MaxSets))
        {
            var named = condition.Elements("conditionvar").Descendants("varequal").Where(v => v.Ancestors("not").FirstOrDefault() is null).Select(v => v.Value.Trim())
                .Concat(condition.Elements("conditionvar").Descendants("varsubset").SelectMany(v => v.Value.Split(',')).Select(v => v.Trim())).ToHashSet(StringComparer.OrdinalIgnoreCase);
            var set = idents.Where(named.Contains).ToHashSet(StringComparer.Ordinal);
            var best = scoring.Of(ident, set).Score;
            if (set.Count > 0 && best > 0 && nothing <= 0 && idents.TrueForAll(i => scoring.Of(ident, set.SymmetricExceptOf(i)).Score <= 0)
                && (set.Count == idents.Count || scoring.Of(ident, idents).Score <= 0))
            {
                return set;
            }
        }
        return null;
    }
}

static class QtiSets
{
    internal static HashSet<string> SymmetricExceptOf(this HashSet<string> set, string one)
    {
        var other = new HashSet<string>(set, set.Comparer);
        other.SymmetricExceptWith([one]);
        return other;
    }
}
