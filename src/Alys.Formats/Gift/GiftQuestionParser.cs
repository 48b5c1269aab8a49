using System.Text.RegularExpressions;
using Alys.Formats.Questions;

namespace Alys.Formats.Gift;

// One block of lines → one question, or problems that say why not.
sealed partial class GiftQuestionParser(GiftBlock block, List<Problem> problems)
{
    const string Blank = "_____";
    readonly string text = block.Text;
    int at;

    internal Question? Parse()
    {
        if (block.UnclosedAt is { } line)
        {
            return Refuse(line, "gift.problem.unclosed-brace");
        }
        if (!ReadTitle(out var title))
        {
            return Refuse(block.Line, "gift.problem.title-not-closed");
        }
        var format = ReadFormat(text, ref at) ?? MarkupFormat.Moodle;
        var question = new Question
        {
            Line = block.Line,
            Kind = QuestionKind.Description,
            Text = new QuestionText("", format),
            Title = title,
            Id = Marks("id").LastOrDefault(),
            Tags = [.. Marks("tag")],
            Category = block.Category,
        };
        var open = text.IndexOf('{', at);
        var close = text.IndexOf('}', at);
        if (open < 0 && close < 0)
        {
            return WithText(question, Clean(text[at..]));
        }
        if (open < 0 || close < open)
        {
            return Refuse(block.LineAt(close), "gift.problem.stray-brace");
        }
        if (text.IndexOf('{', open + 1) is var second and >= 0)
        {
            return Refuse(block.LineAt(second), second < close ? "gift.problem.brace-in-answer" : "gift.problem.two-answers");
        }
        if (text.IndexOf('}', close + 1) is var extra and >= 0)
        {
            return Refuse(block.LineAt(extra), "gift.problem.stray-brace");
        }
        var head = Clean(text[at..open]);
        var tail = Clean(text[(close + 1)..]);
        var answered = new GiftAnswersParser(block, text, open + 1, close, format, problems).Parse(question with { IsMissingWord = tail != "" });
        return answered is null ? null : WithText(answered, tail == "" ? head : Around(head, tail));
    }

    static string Around(string head, string tail) =>
        $"{head} {Blank}{(char.IsPunctuation(tail[0]) ? "" : " ")}{tail}".TrimStart();

    Question? WithText(Question question, string found)
    {
        if (found != "")
        {
            return question with { Text = question.Text with { Text = found } };
        }
        if (question.Title is null || question.Kind == QuestionKind.Description)
        {
            return Refuse(block.Line, "questions.problem.no-text");
        }
        problems.Add(Problem.Warning(block.Line, "questions.problem.text-from-title"));
        return question with { Text = new QuestionText(question.Title, MarkupFormat.Plain) };
    }

    bool ReadTitle(out string? title)
    {
        title = null;
        at = text.Length - text.AsSpan().TrimStart().Length;
        if (!text.AsSpan(at).StartsWith("::"))
        {
            return true;
        }
        var end = text.IndexOf("::", at + 2, StringComparison.Ordinal);
        if (end < 0)
        {
            return false;
        }
        title = Clean(text[(at + 2)..end]) is { Length: > 0 } found ? found : null;
        at = end + 2;
        return true;
    }

    internal static MarkupFormat? ReadFormat(string text, ref int at)
    {
        var match = FormatMark().Match(text, at);
        if (!match.Success)
        {
            return null;
        }
        at += match.Length;
        return Enum.Parse<MarkupFormat>(match.Groups[1].Value, ignoreCase: true);
    }

    internal static string Clean(string text) => GiftEscapes.Restore(text.Trim());

    IEnumerable<string> Marks(string name) => block.Comments
        .SelectMany(c => CommentMark().Matches(c))
        .Where(m => m.Groups[1].Value.Equals(name, StringComparison.OrdinalIgnoreCase))
        .Select(m => GiftEscapes.Restore(m.Groups[2].Value).Replace(@"\]", "]", StringComparison.Ordinal).Trim())
        .Where(value => value != "");

    Question? Refuse(int line, string key)
    {
        problems.Add(Problem.Error(line, key));
        return null;
    }

    [GeneratedRegex(@"\G\s*\[(html|markdown|plain|moodle)\]", RegexOptions.IgnoreCase)]
    private static partial Regex FormatMark();

    [GeneratedRegex(@"\[(id|tag):((?:\\\]|[^\]])*)\]", RegexOptions.IgnoreCase)]
    private static partial Regex CommentMark();
}
