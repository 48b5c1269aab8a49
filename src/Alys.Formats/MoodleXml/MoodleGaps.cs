using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Alys.Formats.Questions;

namespace Alys.Formats.MoodleXml;

// Select missing words, and words to be dragged into a text: [[2]] is the place of the second word; words of its group may be chosen there.
static partial class MoodleGaps
{
    const int MaxChoices = 50;

    /// <summary>The question with its gaps, or the key of a problem with its values.</summary>
    internal static (Question? Question, string Problem, object[] Args) Take(Question question, XElement element)
    {
        var words = element.Elements("selectoption").Concat(element.Elements("dragbox")).Select(w => (Text: w.Words(), Group: w.Element("group").Words())).ToList();
        var isHtml = question.Text.Format is MarkupFormat.Html or MarkupFormat.Moodle;
        var gaps = new List<QuestionGap>();
        var text = new StringBuilder();
        var from = 0;
        foreach (var mark in Mark().Matches(question.Text.Text).AsEnumerable())
        {
            var number = int.Parse(mark.ValueSpan[2..^2], CultureInfo.InvariantCulture);
            if (number < 1 || number > words.Count || words[number - 1].Text == "")
            {
                return (null, "moodle-xml.problem.no-word", [mark.Value]);
            }
            var right = words[number - 1];
            var choices = words.Where(w => w.Group == right.Group && w.Text != "").Select(w => w.Text).Distinct().ToList();
            if (choices.Count < 2)
            {
                return (null, "questions.problem.too-few-choices", []);
            }
            if (choices.Count > MaxChoices || gaps.Count == ClozeNotation.MaxGaps)
            {
                return (null, "questions.problem.too-many-choices", [Math.Max(choices.Count, gaps.Count + 1)]);
            }
            gaps.Add(new QuestionGap(
                new Question
                {
                    Line = question.Line, Kind = QuestionKind.SingleChoice, Text = new QuestionText("", question.Text.Format), Shuffle = element.Element("shuffleanswers").IsSet(false),
                    Answers = [.. choices.Select(c => new QuestionAnswer(new QuestionText(isHtml && !Tag().IsMatch(c) ? WebUtility.HtmlEncode(WebUtility.HtmlDecode(c)) : c, question.Text.Format), c == right.Text ? 100 : 0, null))],
                },
                1, GapLook.DropDown));
            text.Append(question.Text.Text, from, mark.Index - from).Append(CultureInfo.InvariantCulture, $"[[{gaps.Count}]]");
            from = mark.Index + mark.Length;
        }
        text.Append(question.Text.Text, from, question.Text.Text.Length - from);
        return gaps.Count == 0 ? (null, "cloze.problem.no-gaps", [])
            : (question with { Kind = QuestionKind.Cloze, Gaps = gaps, Text = question.Text with { Text = text.ToString() } }, "", []);
    }

    [GeneratedRegex("</?[A-Za-z]")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\[\[[0-9]{1,3}\]\]")]
    private static partial Regex Mark();
}
