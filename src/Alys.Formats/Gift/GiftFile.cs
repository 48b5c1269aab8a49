namespace Alys.Formats.Gift;

/// <summary>The kinds of question that GIFT can write.</summary>
public enum GiftKind
{
    /// <summary>Text without an answer.</summary>
    Description,
    /// <summary>Free text, marked by a person: <c>{}</c>.</summary>
    Essay,
    /// <summary><c>{T}</c> or <c>{FALSE#wrong#right}</c>; see <see cref="GiftQuestion.Truth"/>.</summary>
    TrueFalse,
    /// <summary>One of several: <c>{~a =b}</c>. More than one answer may bear the full weight.</summary>
    SingleChoice,
    /// <summary>Any of several, by weights: <c>{~%50%a ~%50%b ~%-100%c}</c>.</summary>
    MultipleChoice,
    /// <summary>A typed word or phrase: <c>{=a =%50%b}</c>; an asterisk in an answer stands for any letters.</summary>
    ShortAnswer,
    /// <summary>A number with tolerance or a range: <c>{#3:0.1}</c>, <c>{#1..5}</c>.</summary>
    Numeric,
    /// <summary>Pairs: <c>{=a -> 1 =b -> 2}</c>.</summary>
    Matching,
}

/// <summary>How a text of a question is marked up.</summary>
public enum GiftFormat
{
    /// <summary>No prefix, or <c>[moodle]</c>: HTML allowed, line breaks kept.</summary>
    Moodle,
    /// <summary><c>[plain]</c>: characters as they are.</summary>
    Plain,
    /// <summary><c>[html]</c>.</summary>
    Html,
    /// <summary><c>[markdown]</c>.</summary>
    Markdown,
}

/// <summary>A text with its markup. Nothing in it has been cleaned: HTML from a file is not to be trusted.</summary>
public sealed record GiftText(string Text, GiftFormat Format);

/// <summary>A choice or an accepted word.</summary>
/// <param name="Text">Never empty.</param>
/// <param name="Weight">Percent of the question's points, −100…100.</param>
/// <param name="Feedback">Shown to who gave this answer.</param>
public sealed record GiftAnswer(GiftText Text, decimal Weight, GiftText? Feedback);

/// <summary>An accepted number: any from <paramref name="Low"/> to <paramref name="High"/>, both included.</summary>
/// <param name="Value">The number to show as right; the middle of a range.</param>
/// <param name="Low">Lowest accepted.</param>
/// <param name="High">Highest accepted.</param>
/// <param name="Weight">Percent of the question's points, −100…100.</param>
/// <param name="Feedback">Shown to who gave such a number.</param>
public sealed record GiftNumber(double Value, double Low, double High, decimal Weight, GiftText? Feedback);

/// <summary>One pair of a matching question.</summary>
/// <param name="Prompt">The left side; null when <paramref name="Answer"/> is only a distractor.</param>
/// <param name="Answer">The right side, never empty.</param>
/// <param name="Feedback">Shown beside the pair.</param>
public sealed record GiftPair(GiftText? Prompt, string Answer, GiftText? Feedback);

/// <summary>One question as GIFT describes it.</summary>
public sealed record GiftQuestion
{
    /// <summary>Line of the source where the question begins, from 1.</summary>
    public required int Line { get; init; }

    /// <summary>Kind of the question, found from the shape of its answers.</summary>
    public required GiftKind Kind { get; init; }

    /// <summary>The question. Where the answer stood within the sentence there are five underscores.</summary>
    public required GiftText Text { get; init; }

    /// <summary>True when the answer stood within the sentence.</summary>
    public bool IsMissingWord { get; init; }

    /// <summary>Text between <c>::</c> and <c>::</c>, or null.</summary>
    public string? Title { get; init; }

    /// <summary>From <c>[id:…]</c> in a comment above, or null.</summary>
    public string? Id { get; init; }

    /// <summary>From <c>[tag:…]</c> in comments above, in the order written.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>The path of the last <c>$CATEGORY</c>, outermost first, without <c>$course$</c> and <c>top</c>.</summary>
    public IReadOnlyList<string> Category { get; init; } = [];

    /// <summary>Choices of single and multiple choice, words of short answer.</summary>
    public IReadOnlyList<GiftAnswer> Answers { get; init; } = [];

    /// <summary>The right answer of true/false; null for other kinds.</summary>
    public bool? Truth { get; init; }

    /// <summary>Feedback of true/false for who answered wrongly.</summary>
    public GiftText? WrongFeedback { get; init; }

    /// <summary>Feedback of true/false for who answered rightly.</summary>
    public GiftText? RightFeedback { get; init; }

    /// <summary>Accepted numbers of a numeric question.</summary>
    public IReadOnlyList<GiftNumber> Numbers { get; init; } = [];

    /// <summary>Pairs of a matching question.</summary>
    public IReadOnlyList<GiftPair> Pairs { get; init; } = [];

    /// <summary>Feedback of a numeric question for any other number (<c>~#…</c>).</summary>
    public GiftText? OtherFeedback { get; init; }

    /// <summary>Feedback for everybody (<c>####…</c>).</summary>
    public GiftText? GeneralFeedback { get; init; }
}

/// <summary>What was read from a GIFT file: each question of it stands either here or, as an error, in the problems.</summary>
/// <param name="Questions">In the order of the file.</param>
/// <param name="Problems">Ordered by line.</param>
/// <param name="Encoding">IANA name of the encoding that was found.</param>
public sealed record GiftFile(IReadOnlyList<GiftQuestion> Questions, IReadOnlyList<Problem> Problems, string Encoding);
