using System.Text.RegularExpressions;
using Alys.Formats.Questions;

namespace Alys.Formats.Gift;

// What stands between the braces, from position `from` to `to` of the block.
sealed partial class GiftAnswersParser(GiftBlock block, string text, int from, int to, MarkupFormat format, List<Problem> problems)
{
    readonly record struct Part(char Mark, int At, string Text, decimal? Weight, string? Feedback);

    internal Question? Parse(Question question)
    {
        var body = text[from..to];
        if (body.LastIndexOf("####", StringComparison.Ordinal) is var general and >= 0)
        {
            question = question with { GeneralFeedback = AsText(body[(general + 4)..]) };
            body = body[..general];
        }
        var trimmed = body.Trim();
        if (trimmed == "")
        {
            return question with { Kind = QuestionKind.Essay };
        }
        if (trimmed[0] == '#')
        {
            return Numeric(question, body, body.IndexOf('#') + 1);
        }
        if (TrueOrFalse().Match(trimmed) is { Success: true } truth)
        {
            return question with
            {
                Kind = QuestionKind.TrueFalse,
                Truth = truth.Groups[1].Value[0] is 'T' or 't',
                WrongFeedback = AsText(truth.Groups[2].Value),
                RightFeedback = AsText(truth.Groups[3].Value),
            };
        }
        return Parts(body, 0) is not { } parts ? null
            : parts.Any(p => p.Mark == '~') ? Choice(question, parts)
            : body.Contains("->", StringComparison.Ordinal) && parts.TrueForAll(p => p.Mark == '=') ? Matching(question, parts)
            : ShortAnswer(question, parts);
    }

    Question? Choice(Question question, List<Part> parts)
    {
        if (AsAnswers(parts, p => p.Mark == '=' ? 100 : 0) is not { } answers)
        {
            return null;
        }
        if (answers.Count < 2)
        {
            return Refuse(from, "questions.problem.too-few-choices");
        }
        if (answers.TrueForAll(a => a.Weight <= 0))
        {
            return Refuse(from, "questions.problem.no-right-answer");
        }
        var isSingle = parts.Exists(p => p.Mark == '=') && answers.Exists(a => a.Weight == 100);
        var sum = answers.Where(a => a.Weight > 0).Sum(a => a.Weight);
        if (!isSingle && (sum < 99 || sum > 101))
        {
            problems.Add(Problem.Warning(block.LineAt(from), "questions.problem.weights-sum", sum));
        }
        return question with { Kind = isSingle ? QuestionKind.SingleChoice : QuestionKind.MultipleChoice, Answers = answers };
    }

    Question? ShortAnswer(Question question, List<Part> parts)
    {
        if (AsAnswers(parts, _ => 100) is not { } answers)
        {
            return null;
        }
        if (answers.TrueForAll(a => a.Weight <= 0))
        {
            return Refuse(from, "questions.problem.no-right-answer");
        }
        if (!answers.Exists(a => a.Weight == 100))
        {
            problems.Add(Problem.Warning(block.LineAt(from), "questions.problem.no-full-answer"));
        }
        return question with { Kind = QuestionKind.ShortAnswer, Answers = answers };
    }

    Question? Matching(Question question, List<Part> parts)
    {
        var pairs = new List<QuestionPair>();
        foreach (var part in parts)
        {
            var arrow = part.Text.IndexOf("->", StringComparison.Ordinal);
            var answer = arrow < 0 ? "" : GiftQuestionParser.Clean(part.Text[(arrow + 2)..]);
            if (answer == "")
            {
                return Refuse(part.At, "gift.problem.pair-without-answer");
            }
            pairs.Add(new QuestionPair(AsText(part.Text[..arrow]), answer, part.Feedback is null ? null : AsText(part.Feedback)));
        }
        return pairs.Count(p => p.Prompt is not null) < 2
            ? Refuse(from, "questions.problem.too-few-pairs")
            : question with { Kind = QuestionKind.Matching, Pairs = pairs };
    }

    Question? Numeric(Question question, string body, int start)
    {
        if (Parts(body, start) is not { } parts)
        {
            return null;
        }
        var numbers = new List<QuestionNumber>();
        foreach (var part in parts)
        {
            if (part.Mark == '~' && part.Text.Trim() == "")
            {
                question = question with { OtherFeedback = AsText(part.Feedback ?? "") };
                continue;
            }
            if (GiftNumbers.Read(part.Text, part.Weight ?? (part.Mark == '~' ? 0 : 100)) is not { } number)
            {
                return Refuse(part.At, "questions.problem.not-a-number", GiftQuestionParser.Clean(part.Text));
            }
            if (number.Low > number.High)
            {
                return Refuse(part.At, "gift.problem.empty-range", GiftQuestionParser.Clean(part.Text));
            }
            numbers.Add(number with { Feedback = part.Feedback is null ? null : AsText(part.Feedback) });
        }
        return numbers.TrueForAll(n => n.Weight <= 0)
            ? Refuse(from, "questions.problem.no-right-answer")
            : question with { Kind = QuestionKind.Numeric, Numbers = numbers };
    }

    // Answers begin at each unescaped = or ~; text before the first of them is an answer of its own.
    List<Part>? Parts(string body, int start)
    {
        var parts = new List<Part>();
        var begin = start;
        var mark = ' ';
        for (var i = start; i <= body.Length; i++)
        {
            if (i < body.Length && body[i] is not ('=' or '~'))
            {
                continue;
            }
            var piece = body[begin..i];
            if (i < body.Length && OpenTag().IsMatch(piece))
            {
                Refuse(from + i, "gift.problem.not-escaped", body[i]);
                return null;
            }
            if (mark != ' ' || piece.Trim() != "")
            {
                if (AsPart(mark, from + begin, piece) is not { } part)
                {
                    return null;
                }
                parts.Add(part);
            }
            (mark, begin) = i < body.Length ? (body[i], i + 1) : (mark, i);
        }
        return parts;
    }

    Part? AsPart(char mark, int at, string piece)
    {
        var position = piece.AsSpan().Trim().Length == 0 ? at : at + piece.Length - piece.AsSpan().TrimStart().Length;
        decimal? weight = null;
        if (WeightMark().Match(piece) is { Success: true } found)
        {
            weight = decimal.Parse(found.Groups[1].Value, NumberStyles.Number, CultureInfo.InvariantCulture);
            piece = piece[found.Length..];
            if (weight is < -100 or > 100)
            {
                Refuse(position, "gift.problem.weight-out-of-range", weight);
                return null;
            }
        }
        var hash = piece.IndexOf('#');
        return new Part(mark, Math.Min(position, to - 1), hash < 0 ? piece : piece[..hash], weight, hash < 0 ? null : piece[(hash + 1)..]);
    }

    List<QuestionAnswer>? AsAnswers(List<Part> parts, Func<Part, decimal> weight)
    {
        var answers = new List<QuestionAnswer>();
        foreach (var part in parts)
        {
            if (AsText(part.Text) is not { } answer)
            {
                Refuse(part.At, "questions.problem.empty-answer");
                return null;
            }
            answers.Add(new QuestionAnswer(answer, part.Weight ?? weight(part), part.Feedback is null ? null : AsText(part.Feedback)));
        }
        return answers;
    }

    QuestionText? AsText(string part)
    {
        var at = 0;
        var own = GiftQuestionParser.ReadFormat(part, ref at) ?? format;
        return GiftQuestionParser.Clean(part[at..]) is { Length: > 0 } found ? new QuestionText(found, own) : null;
    }

    Question? Refuse(int position, string key, params object[] args)
    {
        problems.Add(Problem.Error(block.LineAt(position), key, args));
        return null;
    }

    [GeneratedRegex(@"^(T|TRUE|F|FALSE)\s*(?:#([^#]*))?(?:#([^#]*))?$", RegexOptions.IgnoreCase)]
    private static partial Regex TrueOrFalse();

    [GeneratedRegex(@"^\s*%(-?\d{1,6}(?:\.\d{1,8})?)%")]
    private static partial Regex WeightMark();

    [GeneratedRegex(@"<[a-zA-Z][^<>]*$")]
    private static partial Regex OpenTag();
}
