using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Alys.Formats.Gift;

namespace Alys.Formats.Questions;

// One gap in Moodle's notation, without its braces.
sealed partial class ClozeGap(int number, MarkupFormat format)
{
    static readonly Dictionary<string, ClozeKind> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["SHORTANSWER"] = new(QuestionKind.ShortAnswer), ["SA"] = new(QuestionKind.ShortAnswer), ["MW"] = new(QuestionKind.ShortAnswer),
        ["SHORTANSWER_C"] = new(QuestionKind.ShortAnswer, IsStrict: true), ["SAC"] = new(QuestionKind.ShortAnswer, IsStrict: true), ["MWC"] = new(QuestionKind.ShortAnswer, IsStrict: true),
        ["NUMERICAL"] = new(QuestionKind.Numeric), ["NM"] = new(QuestionKind.Numeric),
        ["MULTICHOICE"] = new(QuestionKind.SingleChoice), ["MC"] = new(QuestionKind.SingleChoice),
        ["MULTICHOICE_V"] = new(QuestionKind.SingleChoice, GapLook.Down), ["MCV"] = new(QuestionKind.SingleChoice, GapLook.Down),
        ["MULTICHOICE_H"] = new(QuestionKind.SingleChoice, GapLook.Across), ["MCH"] = new(QuestionKind.SingleChoice, GapLook.Across),
        ["MULTICHOICE_S"] = new(QuestionKind.SingleChoice, Shuffles: true), ["MCS"] = new(QuestionKind.SingleChoice, Shuffles: true),
        ["MULTICHOICE_VS"] = new(QuestionKind.SingleChoice, GapLook.Down, Shuffles: true), ["MCVS"] = new(QuestionKind.SingleChoice, GapLook.Down, Shuffles: true),
        ["MULTICHOICE_HS"] = new(QuestionKind.SingleChoice, GapLook.Across, Shuffles: true), ["MCHS"] = new(QuestionKind.SingleChoice, GapLook.Across, Shuffles: true),
        ["MULTIRESPONSE"] = new(QuestionKind.MultipleChoice, GapLook.Down), ["MR"] = new(QuestionKind.MultipleChoice, GapLook.Down),
        ["MULTIRESPONSE_H"] = new(QuestionKind.MultipleChoice, GapLook.Across), ["MRH"] = new(QuestionKind.MultipleChoice, GapLook.Across),
        ["MULTIRESPONSE_S"] = new(QuestionKind.MultipleChoice, GapLook.Down, Shuffles: true), ["MRS"] = new(QuestionKind.MultipleChoice, GapLook.Down, Shuffles: true),
        ["MULTIRESPONSE_HS"] = new(QuestionKind.MultipleChoice, GapLook.Across, Shuffles: true), ["MRHS"] = new(QuestionKind.MultipleChoice, GapLook.Across, Shuffles: true),
    };

    readonly List<QuestionAnswer> answers = [];
    readonly List<QuestionNumber> numbers = [];
    QuestionText? other;

    internal string? Problem { get; private set; }
    internal IReadOnlyList<object> Args { get; private set; } = [];

    internal QuestionGap? Read(string points, string kindName, string body)
    {
        if (!Kinds.TryGetValue(kindName, out var kind))
        {
            return Refuse("cloze.problem.kind", kindName);
        }
        foreach (var part in Alternative().Split(body).Where(p => p.Trim() != ""))
        {
            if (!Take(kind.Kind, part.Trim()))
            {
                return null;
            }
        }
        return IsFlawed(kind) ? null : new QuestionGap(
            new Question
            {
                Line = 0, Kind = kind.Kind, Text = new QuestionText("", format), Answers = kind.Kind == QuestionKind.MultipleChoice ? Shared() : answers, Numbers = numbers,
                CaseSensitive = kind.IsStrict, Shuffle = kind.Shuffles, OtherFeedback = other,
            },
            decimal.TryParse(points, NumberStyles.None, CultureInfo.InvariantCulture, out var given) && given > 0 ? given : 1, kind.Look);
    }

    bool Take(QuestionKind kind, string part)
    {
        var weight = 0m;
        if (part[0] == '=')
        {
            (weight, part) = (100, part[1..]);
        }
        else if (Percent().Match(part) is { Success: true } percent)
        {
            if (!decimal.TryParse(percent.Groups[1].Value.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out weight) || weight is < -100 or > 100)
            {
                return Refuse("cloze.problem.weight", percent.Groups[1].Value) is not null;
            }
            part = part[percent.Length..];
        }
        var hash = Hash().Match(part);
        var feedback = hash.Success && Plain(part[(hash.Index + 1)..]) is { Length: > 0 } said ? new QuestionText(said, format) : null;
        var text = Plain(hash.Success ? part[..hash.Index] : part);
        if (text == "")
        {
            return Refuse("cloze.problem.empty-answer") is not null;
        }
        return kind == QuestionKind.Numeric ? TakeNumber(text, weight, feedback) : TakeText(kind, text, weight, feedback);
    }

    bool TakeText(QuestionKind kind, string text, decimal weight, QuestionText? feedback)
    {
        answers.Add(new QuestionAnswer(kind == QuestionKind.ShortAnswer ? new QuestionText(Word(text), MarkupFormat.Plain) : new QuestionText(text, format), weight, feedback));
        return true;
    }

    bool TakeNumber(string text, decimal weight, QuestionText? feedback)
    {
        text = Word(text);
        if (text == "*" && weight <= 0)
        {
            other = feedback;
            return true;
        }
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var tolerance = colon < 0 ? 0 : GiftNumbers.Number(text[(colon + 1)..]);
        if (GiftNumbers.Number(colon < 0 ? text : text[..colon]) is not { } value || tolerance is not (>= 0 and var around))
        {
            return Refuse("cloze.problem.number", text) is not null;
        }
        numbers.Add(new QuestionNumber(value, value - around, value + around, weight, feedback));
        return true;
    }

    bool IsFlawed(ClozeKind kind)
    {
        var weights = answers.ConvertAll(a => a.Weight);
        weights.AddRange(numbers.ConvertAll(n => n.Weight));
        var isMultiple = kind.Kind == QuestionKind.MultipleChoice;
        if (kind.Kind is QuestionKind.SingleChoice or QuestionKind.MultipleChoice && answers.Count < 2)
        {
            return Refuse("cloze.problem.two-choices") is null;
        }
        if (weights.Count > ClozeNotation.MaxGaps)
        {
            return Refuse("cloze.problem.too-many-answers", ClozeNotation.MaxGaps) is null;
        }
        if (isMultiple ? weights.TrueForAll(w => w <= 0) : !weights.Contains(100))
        {
            return Refuse("cloze.problem.no-right-answer") is null;
        }
        var sum = Shared().Where(a => a.Weight > 0).Sum(a => a.Weight);
        return isMultiple && (sum is < 99.9m or > 100.1m) && Refuse("cloze.problem.weights-sum", sum) is null;
    }

    // "=" before each right option of several means that all of them together are right.
    List<QuestionAnswer> Shared()
    {
        var right = answers.FindAll(a => a.Weight > 0);
        return right.TrueForAll(a => a.Weight == 100) ? answers.ConvertAll(a => a.Weight == 100 ? a with { Weight = Math.Round(100m / right.Count, 5) } : a) : answers;
    }

    internal static string Write(QuestionGap gap)
    {
        var q = gap.Question;
        var isChoice = q.Kind is QuestionKind.SingleChoice or QuestionKind.MultipleChoice;
        var look = !isChoice ? GapLook.DropDown : q.Kind == QuestionKind.MultipleChoice && gap.Look == GapLook.DropDown ? GapLook.Down : gap.Look;
        var kind = Kinds.First(k => k.Value == new ClozeKind(q.Kind, look, isChoice && q.Shuffle, q.Kind == QuestionKind.ShortAnswer && q.CaseSensitive)).Key;
        var format = q.Text.Format;
        var right = q.Answers.Where(a => a.Weight > 0).ToList();
        var share = q.Kind == QuestionKind.MultipleChoice && right.TrueForAll(a => Math.Abs((a.Weight * right.Count) - 100) < 0.01m) ? right.Count : 1;
        var parts = q.Answers.Select(a => Written(share > 1 && a.Weight > 0 ? 100 : a.Weight, a.Text.Format == MarkupFormat.Plain ? Encoded(a.Text.Text, format) : a.Text.Text, a.Feedback))
            .Concat(q.Numbers.Select(n => Written(n.Weight, Number(n), n.Feedback)))
            .Concat(q.OtherFeedback is { } any ? [Written(0, "*", any)] : []);
        return string.Create(CultureInfo.InvariantCulture, $"{{{gap.Points:0.#####}:{kind}:{string.Join('~', parts)}}}");
    }

    static string Written(decimal weight, string text, QuestionText? feedback)
    {
        var sign = weight == 100 ? "=" : weight != 0 || text.StartsWith('=') || text.StartsWith('%') ? string.Create(CultureInfo.InvariantCulture, $"%{weight:0.#####}%") : "";
        return sign + Escaped(text) + (feedback is null ? "" : "#" + Escaped(feedback.Text));
    }

    static string Number(QuestionNumber n)
    {
        var around = Math.Max(n.High - n.Value, n.Value - n.Low);
        return n.Value.ToString("R", CultureInfo.InvariantCulture) + (around == 0 ? "" : ":" + around.ToString("G12", CultureInfo.InvariantCulture));
    }

    static string Escaped(string text) => Special().Replace(text, @"\$0");

    static string Encoded(string word, MarkupFormat format) => format is MarkupFormat.Html or MarkupFormat.Moodle
        ? new StringBuilder(word).Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").ToString() : word;

    string Word(string text) => format is MarkupFormat.Html or MarkupFormat.Moodle
        ? string.Join(' ', WebUtility.HtmlDecode(Tag().Replace(text, " ")).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) : text;

    static string Plain(string text) => Escape().Replace(text, "$1").Trim();

    QuestionGap? Refuse(string key, params object[] args)
    {
        (Problem, Args) = (key, [number, .. args]);
        return null;
    }

    [GeneratedRegex(@"(?<!\\)~")]
    private static partial Regex Alternative();

    [GeneratedRegex(@"^%(-?[0-9]{1,10}(?:[.,][0-9]{0,10})?)%")]
    private static partial Regex Percent();

    // "&#39;" is a letter of HTML.
    [GeneratedRegex(@"(?<![\\&])#")]
    private static partial Regex Hash();

    [GeneratedRegex(@"\\([~#}=%/""])")]
    private static partial Regex Escape();

    [GeneratedRegex(@"[~}]|(?<!&)#")]
    private static partial Regex Special();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();
}

readonly record struct ClozeKind(QuestionKind Kind, GapLook Look = GapLook.DropDown, bool Shuffles = false, bool IsStrict = false);
