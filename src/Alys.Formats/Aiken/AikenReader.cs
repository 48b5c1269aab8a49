using System.Text.RegularExpressions;
using Alys.Formats.Questions;

namespace Alys.Formats.Aiken;

/// <summary>
/// Reads Aiken (docs.moodle.org, "Aiken format"): the question, its choices each after a letter with <c>)</c> or <c>.</c>, and <c>ANSWER: B</c>.
/// Cyrillic letters are taken, too. Never throws on bad input.
/// </summary>
public static partial class AikenReader
{
    /// <summary>Reads a file of unknown encoding.</summary>
    public static QuestionFile Read(ReadOnlySpan<byte> bytes)
    {
        var decoded = TextDecoding.Decode(bytes);
        var file = Read(decoded.Text);
        return file with { Problems = [.. decoded.Problems, .. file.Problems], Encoding = decoded.Encoding };
    }

    /// <summary>Reads text that has already been decoded.</summary>
    public static QuestionFile Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new AikenLines(text).Read();
    }

    internal static int Answers(string text) => AnswerLine().Count(text);

    // A line with an answer tells this format from all others.
    internal static bool IsLike(string text) => AnswerLine().IsMatch(text) && ChoiceLine().IsMatch(text);

    [GeneratedRegex(@"^[ \t]*ANSWER[ \t]*:", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex AnswerLine();

    [GeneratedRegex(@"^[ \t]*\p{Lu}[).]", RegexOptions.Multiline)]
    private static partial Regex ChoiceLine();
}
