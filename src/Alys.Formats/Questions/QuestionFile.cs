namespace Alys.Formats.Questions;

/// <summary>Formats in which questions travel.</summary>
public enum QuestionFormat
{
    /// <summary>GIFT, the plain-text format of Moodle.</summary>
    Gift,
    /// <summary>Aiken, choices with one right answer in plain text.</summary>
    Aiken,
    /// <summary>Moodle XML.</summary>
    MoodleXml,
    /// <summary>IMS QTI 1.2, a document or a package.</summary>
    Qti12,
}

/// <summary>What was read from a file: each question of it stands either here or, as an error, in the problems.</summary>
/// <param name="Format">Format of the file; null when none was recognised, and then a problem says so.</param>
/// <param name="Questions">In the order of the file.</param>
/// <param name="Problems">
/// Ordered by line. A problem of line 0 concerns the file; an error of line 0 means that nothing of it was taken. Warnings of a question
/// stand here and in <see cref="Question.Warnings"/>.
/// </param>
/// <param name="Encoding">IANA name of the encoding that was found.</param>
public sealed record QuestionFile(QuestionFormat? Format, IReadOnlyList<Question> Questions, IReadOnlyList<Problem> Problems, string Encoding)
{
    /// <summary>The test that the file describes; null for a bank or a loose list of questions.</summary>
    public QuestionTest? Test { get; init; }

    /// <summary>Why nothing was taken of the file, or null.</summary>
    public Problem? Refusal => Problems.FirstOrDefault(p => p.IsError && p.Line == 0);

    internal static QuestionFile Refused(QuestionFormat? format, string encoding, Problem problem) => new(format, [], [problem], encoding);
}

/// <summary>A test as a file describes it, without its questions.</summary>
/// <param name="Title">Title; may be empty.</param>
/// <param name="Minutes">Time limit in minutes; 0 for none.</param>
/// <param name="Attempts">How often it may be taken; 0 for any number.</param>
public sealed record QuestionTest(string Title, int Minutes, int Attempts);
