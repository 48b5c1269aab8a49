using System.Text.RegularExpressions;
using System.Xml.Linq;
using Alys.Formats.Questions;

namespace Alys.Formats.Qti12;

// Canvas' blanks: [name] in the text, and for each name a response_lid whose options are what may be chosen, or the words that are accepted.
sealed partial class QtiBlanks(QtiItem owner, XElement item, List<XElement> responses)
{
    readonly QtiScoring scoring = new(item);

    internal Question? Take(Question question, QuestionKind kind)
    {
        if (responses.Count is 0 or > ClozeNotation.MaxGaps || responses.Exists(r => r.Name.LocalName != "response_lid"))
        {
            return owner.Refuse("questions.problem.kind", owner.Kind!);
        }
        var none = scoring.Of("").Score;
        var right = new Dictionary<string, IReadOnlyCollection<string>>(StringComparer.Ordinal);
        var gains = new List<decimal>();
        var gaps = new List<Question>();
        foreach (var response in responses)
        {
            var labels = response.Descendants("response_label").ToList();
            if (labels.Count > QtiChoices.MaxChoices)
            {
                return owner.Refuse("questions.problem.too-many-choices", labels.Count);
            }
            if (QtiChoices.Texts(owner, labels) is not { } texts)
            {
                return owner.Refuse("questions.problem.empty-answer");
            }
            var scores = labels.ConvertAll(l => scoring.Of(response.Word("ident"), l.Word("ident")).Score - none);
            if (scores.Count == 0 || scores.Max() <= 0)
            {
                return owner.Refuse(scoring.IsScored ? "qti.problem.scoring" : "questions.problem.no-right-answer");
            }
            if (kind == QuestionKind.SingleChoice && texts.Count < 2)
            {
                return owner.Refuse("questions.problem.too-few-choices");
            }
            gains.Add(scores.Max());
            right[response.Word("ident")] = [labels[scores.IndexOf(scores.Max())].Word("ident")];
            gaps.Add(new Question
            {
                Line = question.Line, Kind = kind, Text = new QuestionText("", question.Text.Format), Shuffle = false,
                Answers = [.. texts.Select((t, i) => new QuestionAnswer(kind == QuestionKind.ShortAnswer ? Word(t) : t, QtiItem.Percent(scores[i], scores.Max()), null))],
            });
        }
        var full = scoring.Of(right);
        if (!scoring.IsUnderstood || full.Score - none != gains.Sum())
        {
            return owner.Refuse("qti.problem.scoring");
        }
        owner.Best(full.Score, scoring.Declared);
        var (shared, _) = owner.Feedback.Share(question, [full], [scoring.Of("")], []);
        return WithMarks(shared, gaps, gains);
    }

    Question? WithMarks(Question question, List<Question> gaps, List<decimal> gains)
    {
        var names = responses.ConvertAll(r => owner.TextOf(r.Element("material")) is { } name ? QtiText.Plain(name) : r.Word("ident"));
        var seen = new HashSet<int>();
        var text = Name().Replace(question.Text.Text, m => names.IndexOf(m.Groups[1].Value.Trim()) is >= 0 and var at && seen.Add(at) ? $"[[{at + 1}]]" : m.Value);
        if (names.FindIndex(n => !seen.Contains(names.IndexOf(n))) is >= 0 and var missing)
        {
            return owner.Refuse("qti.problem.no-blank", names[missing]);
        }
        var isEven = gains.TrueForAll(g => g == gains[0]);
        return question with
        {
            Kind = QuestionKind.Cloze, Text = question.Text with { Text = text },
            Gaps = [.. gaps.Select((g, i) => new QuestionGap(g, isEven ? 1 : Math.Max(0.01m, Math.Round(100 * gains[i] / gains.Sum(), 2)), GapLook.DropDown))],
        };
    }

    static QuestionText Word(QuestionText text) => new(QtiText.Plain(text).Replace(@"\", @"\\", StringComparison.Ordinal).Replace("*", @"\*", StringComparison.Ordinal), MarkupFormat.Plain);

    [GeneratedRegex(@"\[([^\[\]<>]{1,200})\]")]
    private static partial Regex Name();
}
