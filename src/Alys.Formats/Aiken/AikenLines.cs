using System.Text.RegularExpressions;
using Alys.Formats.Questions;

namespace Alys.Formats.Aiken;

sealed partial class AikenLines(string source)
{
    // The same place in both is the same picture: an A typed on a Cyrillic keyboard is still the first letter.
    const string Cyrillic = "АВСЕНКМОРТХ";
    const string Latin = "ABCEHKMOPTX";

    readonly record struct Choice(char Letter, string Text);

    readonly List<Question> questions = [];
    readonly List<Problem> problems = [];
    readonly List<string> text = [];
    readonly List<Choice> choices = [];
    int start;
    bool afterBlank;

    internal QuestionFile Read()
    {
        var lines = source.ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            Take(lines[i].Trim(), i + 1);
        }
        LeaveUnfinished();
        return new QuestionFile(QuestionFormat.Aiken, questions, problems, "utf-8");
    }

    void Take(string line, int number)
    {
        if (line == "")
        {
            afterBlank = true;
            return;
        }
        if (AnswerLine().Match(line) is { Success: true } answer)
        {
            Finish(answer.Groups[1].Value, number);
        }
        else if (ChoiceLine().Match(line) is { Success: true } choice && (text.Count > 0 || line[0] < 128))
        {
            Add(new Choice(choice.Groups[1].Value[0], choice.Groups[2].Value), number);
        }
        else
        {
            AddText(line, number);
        }
        afterBlank = false;
    }

    void Add(Choice choice, int number)
    {
        if (text.Count == 0)
        {
            problems.Add(Problem.Error(number, "aiken.problem.not-started"));
        }
        else
        {
            choices.Add(choice);
        }
    }

    // A question may go on in the next line; after a blank line or a choice a new one begins.
    void AddText(string line, int number)
    {
        if (text.Count > 0 && (afterBlank || choices.Count > 0))
        {
            LeaveUnfinished();
        }
        if (text.Count == 0)
        {
            start = number;
        }
        text.Add(line);
    }

    void Finish(string answer, int number)
    {
        if (text.Count == 0)
        {
            problems.Add(Problem.Error(number, "aiken.problem.not-started"));
            return;
        }
        if (Fault(answer) is { } fault)
        {
            problems.Add(fault with { Title = Text });
        }
        else
        {
            var right = Find(answer[0]);
            questions.Add(new Question
            {
                Line = start,
                Kind = QuestionKind.SingleChoice,
                Text = Plain(Text),
                Answers = [.. choices.Select((c, i) => new QuestionAnswer(Plain(c.Text), i == right ? 100 : 0, null))],
            });
        }
        Clear();
    }

    Problem? Fault(string answer) =>
        choices.Count < 2 ? Problem.Error(start, "questions.problem.too-few-choices")
        : choices.Exists(c => c.Text == "") ? Problem.Error(start, "questions.problem.empty-answer")
        : choices.DistinctBy(c => c.Letter).Count() < choices.Count ? Problem.Error(start, "aiken.problem.letter-twice")
        : answer.Length != 1 ? Problem.Error(start, "aiken.problem.one-letter", answer)
        : Find(answer[0]) < 0 ? Problem.Error(start, "aiken.problem.no-such-letter", answer)
        : null;

    int Find(char letter)
    {
        letter = char.ToUpperInvariant(letter);
        var exact = choices.FindIndex(c => c.Letter == letter);
        return exact >= 0 ? exact : choices.FindIndex(c => AsLatin(c.Letter) == AsLatin(letter));
    }

    void LeaveUnfinished()
    {
        if (text.Count > 0)
        {
            problems.Add(Problem.Error(start, "aiken.problem.not-finished") with { Title = Text });
        }
        Clear();
    }

    void Clear()
    {
        text.Clear();
        choices.Clear();
    }

    string Text => string.Join('\n', text);

    static char AsLatin(char letter) => Cyrillic.IndexOf(letter) is var at and >= 0 ? Latin[at] : letter;

    static QuestionText Plain(string text) => new(text, MarkupFormat.Plain);

    [GeneratedRegex(@"^ANSWER\s*:\s*(.*?)\s*\.?$", RegexOptions.IgnoreCase)]
    private static partial Regex AnswerLine();

    [GeneratedRegex(@"^(\p{Lu})[).]\s*(.*)$")]
    private static partial Regex ChoiceLine();
}
