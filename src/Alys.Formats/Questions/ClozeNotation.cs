using System.Text;
using System.Text.RegularExpressions;

namespace Alys.Formats.Questions;

/// <summary>A text with gaps as it was read from its notation.</summary>
/// <param name="Text">The text with marks, <c>[[1]]</c> for the first gap.</param>
/// <param name="Gaps">In the order of their marks; empty when there is a problem.</param>
/// <param name="Problem">Text key of what is wrong, or null.</param>
/// <param name="Args">Values for the placeholders of that sentence; the first is the number of the gap.</param>
public sealed record ClozeText(string Text, IReadOnlyList<QuestionGap> Gaps, string? Problem, params IReadOnlyList<object> Args);

/// <summary>
/// Moodle's notation of embedded answers (docs.moodle.org, "Embedded Answers (Cloze) question type"):
/// <c>{1:SHORTANSWER:=Астана#Right~%50%Алматы#It was}</c>.
/// </summary>
public static partial class ClozeNotation
{
    /// <summary>Most gaps of a text, and most answers of a gap.</summary>
    public const int MaxGaps = 50;

    /// <summary>Reads a text in the notation. Never throws: <see cref="ClozeText.Problem"/> says in which gap what is wrong.</summary>
    /// <param name="text">The text.</param>
    /// <param name="format">Its markup; answers are in the same.</param>
    public static ClozeText Read(string text, MarkupFormat format)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (Mark().Match(text) is { Success: true } mark)
        {
            return new ClozeText(text, [], "cloze.problem.mark", mark.Value);
        }
        var read = new StringBuilder(text.Length);
        var gaps = new List<QuestionGap>();
        var from = 0;
        while (Start().Match(text, from) is { Success: true } start)
        {
            var number = gaps.Count + 1;
            if (number > MaxGaps)
            {
                return new ClozeText(text, [], "cloze.problem.too-many", MaxGaps);
            }
            if (End(text, start.Index + start.Length) is not { } end)
            {
                return new ClozeText(text, [], "cloze.problem.unclosed", number);
            }
            var gap = new ClozeGap(number, format);
            if (gap.Read(start.Groups[1].Value, start.Groups[2].Value, text[(start.Index + start.Length)..end]) is not { } question)
            {
                return new ClozeText(text, [], gap.Problem, gap.Args);
            }
            gaps.Add(question);
            read.Append(text, from, start.Index - from).Append(CultureInfo.InvariantCulture, $"[[{number}]]");
            from = end + 1;
        }
        return gaps.Count == 0 ? new ClozeText(text, [], "cloze.problem.no-gaps") : new ClozeText(read.Append(text, from, text.Length - from).ToString(), gaps, null);
    }

    /// <summary>Writes a text with marks in the notation, so that reading it gives the same gaps.</summary>
    public static string Write(string text, IReadOnlyList<QuestionGap> gaps)
    {
        ArgumentNullException.ThrowIfNull(gaps);
        return Mark().Replace(text, m => int.TryParse(m.ValueSpan[2..^2], out var number) && number >= 1 && number <= gaps.Count ? ClozeGap.Write(gaps[number - 1]) : m.Value);
    }

    static int? End(string text, int from)
    {
        for (var i = from; i < text.Length; i++)
        {
            if (text[i] == '\\')
            {
                i++;
            }
            else if (text[i] == '}')
            {
                return i;
            }
        }
        return null;
    }

    // Whatever looks like a gap must be one: a kind that does not exist is a slip, not a text.
    [GeneratedRegex(@"\{\s*([0-9]{0,6})\s*:\s*([A-Za-z_]{2,20})\s*:")]
    private static partial Regex Start();

    [GeneratedRegex(@"\[\[[0-9]{1,3}\]\]")]
    private static partial Regex Mark();
}
