using System.Xml.Linq;
using Alys.Formats.Questions;

namespace Alys.Formats.Qti12;

// The feedback texts of an item, shared out by the trial responses after which each is shown.
sealed class QtiFeedback
{
    readonly Dictionary<string, QuestionText> texts = new(StringComparer.Ordinal);
    readonly HashSet<string> linked;
    readonly bool hasHint;
    readonly QuestionText? solution;

    internal QtiFeedback(XElement item, ISet<string> files)
    {
        foreach (var feedback in item.Elements("itemfeedback"))
        {
            if (QtiText.Of([feedback], files) is { } text)
            {
                texts.TryAdd(feedback.Word("ident"), text);
            }
        }
        hasHint = QtiText.Of(item.Elements("itemfeedback").Elements("hint").Elements(), files) is not null;
        solution = QtiText.Of(item.Elements("itemfeedback").Elements("solution").Elements(), files);
        linked = [.. item.Elements("resprocessing").Descendants("displayfeedback").Select(d => d.Word("linkrefid"))];
    }

    internal QuestionText? Solution => solution;

    internal QuestionText? TextOf(IEnumerable<string> idents) =>
        QtiText.Join(idents.Where(texts.ContainsKey).Select(i => texts[i]).Distinct());

    internal IEnumerable<string> NotKept(QuestionKind kind)
    {
        if (hasHint)
        {
            yield return "hint";
        }
        if (solution is not null && kind != QuestionKind.Essay)
        {
            yield return "solution";
        }
        if (texts.Keys.Any(k => !linked.Contains(k)))
        {
            yield return "itemfeedback";
        }
    }

    /// <summary>Feedback of everybody, of the fully right and of the wrong; and what is left for each trial.</summary>
    internal (Question Question, IReadOnlyList<QuestionText?> Own) Share(Question question, IReadOnlyList<QtiOutcome> right, IReadOnlyList<QtiOutcome> wrong, IReadOnlyList<QtiOutcome> trials)
    {
        var everybody = Common([.. right, .. wrong, .. trials]);
        var ofRight = Common(right).Except(everybody).Except(wrong.SelectMany(o => o.Feedback)).ToList();
        var ofWrong = Common(wrong).Except(everybody).Except(right.SelectMany(o => o.Feedback)).ToList();
        var shared = question with
        {
            GeneralFeedback = TextOf(everybody), RightFeedback = TextOf(ofRight) ?? question.RightFeedback, WrongFeedback = TextOf(ofWrong) ?? question.WrongFeedback,
        };
        return (shared, [.. trials.Select(o => TextOf(o.Feedback.Except(everybody).Except(ofRight).Except(ofWrong)))]);
    }

    static List<string> Common(IReadOnlyList<QtiOutcome> outcomes) =>
        outcomes.Count == 0 ? [] : [.. outcomes[0].Feedback.Where(f => outcomes.All(o => o.Feedback.Contains(f)))];
}
