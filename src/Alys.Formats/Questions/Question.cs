namespace Alys.Formats.Questions;

/// <summary>The kinds of question that the readers of this library understand, whatever the format of the file.</summary>
public enum QuestionKind
{
    /// <summary>Text without an answer.</summary>
    Description,
    /// <summary>Free text, marked by a person.</summary>
    Essay,
    /// <summary>A statement to agree or disagree with; see <see cref="Question.Truth"/>.</summary>
    TrueFalse,
    /// <summary>One of several. More than one answer may bear the full weight.</summary>
    SingleChoice,
    /// <summary>Any of several, by weights.</summary>
    MultipleChoice,
    /// <summary>A typed word or phrase; an asterisk in an answer stands for any letters, <c>\*</c> for an asterisk.</summary>
    ShortAnswer,
    /// <summary>A number with tolerance or a range.</summary>
    Numeric,
    /// <summary>Pairs.</summary>
    Matching,
    /// <summary>Elements to be put in order; see <see cref="Question.Elements"/>.</summary>
    Ordering,
    /// <summary>A text with gaps; see <see cref="Question.Gaps"/>.</summary>
    Cloze,
    /// <summary>A number reckoned from drawn values; see <see cref="Question.Formulas"/> and <see cref="Question.Values"/>.</summary>
    Calculated,
}

/// <summary>What an order of elements earns.</summary>
public enum OrderScoring
{
    /// <summary>Points for the right order of all or none.</summary>
    Whole,
    /// <summary>An equal part for each element at its place.</summary>
    Position,
    /// <summary>An equal part for each element that follows its right neighbour.</summary>
    Neighbours,
}

/// <summary>How the options of a gap are shown.</summary>
public enum GapLook
{
    /// <summary>As a list that opens within the line; of a gap that takes several options, one below the other.</summary>
    DropDown,
    /// <summary>One below the other.</summary>
    Down,
    /// <summary>Side by side.</summary>
    Across,
}

/// <summary>How a text of a question is marked up.</summary>
public enum MarkupFormat
{
    /// <summary>HTML allowed, line breaks kept (Moodle's own format).</summary>
    Moodle,
    /// <summary>Characters as they are.</summary>
    Plain,
    /// <summary>HTML.</summary>
    Html,
    /// <summary>Markdown.</summary>
    Markdown,
}

/// <summary>A text with its markup. Nothing in it has been cleaned: HTML from a file is not to be trusted.</summary>
public sealed record QuestionText(string Text, MarkupFormat Format);

/// <summary>A choice or an accepted word.</summary>
/// <param name="Text">Never empty.</param>
/// <param name="Weight">Percent of the question's points, −100…100.</param>
/// <param name="Feedback">Shown to who gave this answer.</param>
public sealed record QuestionAnswer(QuestionText Text, decimal Weight, QuestionText? Feedback);

/// <summary>An accepted number: any from <paramref name="Low"/> to <paramref name="High"/>, both included.</summary>
/// <param name="Value">The number to show as right; the middle of a range.</param>
/// <param name="Low">Lowest accepted.</param>
/// <param name="High">Highest accepted.</param>
/// <param name="Weight">Percent of the question's points, −100…100.</param>
/// <param name="Feedback">Shown to who gave such a number.</param>
public sealed record QuestionNumber(double Value, double Low, double High, decimal Weight, QuestionText? Feedback);

/// <summary>One pair of a matching question.</summary>
/// <param name="Prompt">The left side; null when <paramref name="Answer"/> is only a distractor.</param>
/// <param name="Answer">The right side, never empty.</param>
/// <param name="Feedback">Shown beside the pair.</param>
public sealed record QuestionPair(QuestionText? Prompt, string Answer, QuestionText? Feedback);

/// <summary>What a tolerance is measured in.</summary>
public enum ToleranceKind
{
    /// <summary>In the unit of the answer.</summary>
    Absolute,
    /// <summary>As a part of the answer, 0.01 for one per cent.</summary>
    Relative,
    /// <summary>From the answer divided by one and the tolerance to the answer times that.</summary>
    Geometric,
}

/// <summary>A formula whose value is an accepted number.</summary>
/// <param name="Formula">Over wild cards, such as <c>{a} + {b}</c>; not checked.</param>
/// <param name="Tolerance">0 or more.</param>
/// <param name="Kind">What the tolerance is measured in.</param>
/// <param name="Places">Decimal places or significant figures to which the answer is shown, 0…15.</param>
/// <param name="IsSignificant">Whether these are significant figures.</param>
/// <param name="Weight">Percent of the question's points, −100…100.</param>
/// <param name="Feedback">Shown to who gave this number.</param>
public sealed record QuestionFormula(string Formula, double Tolerance, ToleranceKind Kind, int Places, bool IsSignificant, decimal Weight, QuestionText? Feedback);

/// <summary>Values of wild cards: one row is drawn for each learner.</summary>
/// <param name="Names">Names of the wild cards.</param>
/// <param name="Rows">Each in the order of the names.</param>
public sealed record QuestionValues(IReadOnlyList<string> Names, IReadOnlyList<IReadOnlyList<double>> Rows);

/// <summary>A gap within a text.</summary>
/// <param name="Question">A short answer, a number, a single or multiple choice; its text is empty.</param>
/// <param name="Points">Its share of the points against the other gaps', above 0.</param>
/// <param name="Look">How its options are shown.</param>
public sealed record QuestionGap(Question Question, decimal Points, GapLook Look);

/// <summary>One question as a file describes it.</summary>
public sealed record Question
{
    /// <summary>Line of the source where the question begins, from 1.</summary>
    public required int Line { get; init; }

    /// <summary>Path of the document within the package, or null when the file was a single document.</summary>
    public string? File { get; init; }

    /// <summary>Kind of the question.</summary>
    public required QuestionKind Kind { get; init; }

    /// <summary>
    /// The question. Where the answer stood within the sentence there are five underscores; a text with gaps has marks, <c>[[1]]</c> for the first.
    /// </summary>
    public required QuestionText Text { get; init; }

    /// <summary>True when the answer stood within the sentence.</summary>
    public bool IsMissingWord { get; init; }

    /// <summary>The title that its author gave, or null.</summary>
    public string? Title { get; init; }

    /// <summary>The name by which its author tells it from others, or null. Meant to be equal in every edition of the file.</summary>
    public string? Id { get; init; }

    /// <summary>In the order written.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Path of the category in which the question stood, outermost first.</summary>
    public IReadOnlyList<string> Category { get; init; } = [];

    /// <summary>Choices of single and multiple choice, words of short answer.</summary>
    public IReadOnlyList<QuestionAnswer> Answers { get; init; } = [];

    /// <summary>Whether choices may be shown in any order.</summary>
    public bool Shuffle { get; init; } = true;

    /// <summary>Multiple choice: points only for all right choices and none else, whatever the weights.</summary>
    public bool AllOrNothing { get; init; }

    /// <summary>Short answer: capital and small letters differ.</summary>
    public bool CaseSensitive { get; init; }

    /// <summary>The right answer of true/false; null for other kinds.</summary>
    public bool? Truth { get; init; }

    /// <summary>Accepted numbers of a numeric question.</summary>
    public IReadOnlyList<QuestionNumber> Numbers { get; init; } = [];

    /// <summary>Pairs of a matching question.</summary>
    public IReadOnlyList<QuestionPair> Pairs { get; init; } = [];

    /// <summary>Elements of an ordering question, in the right order.</summary>
    public IReadOnlyList<QuestionText> Elements { get; init; } = [];

    /// <summary>How an order is scored.</summary>
    public OrderScoring OrderScoring { get; init; } = OrderScoring.Position;

    /// <summary>Gaps of a text, in the order of their marks.</summary>
    public IReadOnlyList<QuestionGap> Gaps { get; init; } = [];

    /// <summary>Accepted numbers of a calculated question.</summary>
    public IReadOnlyList<QuestionFormula> Formulas { get; init; } = [];

    /// <summary>Values of a calculated question; null for other kinds.</summary>
    public QuestionValues? Values { get; init; }

    /// <summary>For the person who marks an essay.</summary>
    public QuestionText? MarkingNotes { get; init; }

    /// <summary>Feedback for who answered rightly.</summary>
    public QuestionText? RightFeedback { get; init; }

    /// <summary>Feedback for who answered partly rightly.</summary>
    public QuestionText? PartlyFeedback { get; init; }

    /// <summary>Feedback for who answered wrongly.</summary>
    public QuestionText? WrongFeedback { get; init; }

    /// <summary>Feedback of a numeric question for any number that is not among the accepted ones.</summary>
    public QuestionText? OtherFeedback { get; init; }

    /// <summary>Feedback for everybody.</summary>
    public QuestionText? GeneralFeedback { get; init; }

    /// <summary>What of this question could not be taken as it stood; the same objects stand in <see cref="QuestionFile.Problems"/>.</summary>
    public IReadOnlyList<Problem> Warnings { get; init; } = [];

    /// <summary>Names of the files that came within the question; their bytes were not read.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];
}
