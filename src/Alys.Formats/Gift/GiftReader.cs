using Alys.Formats.Questions;

namespace Alys.Formats.Gift;

/// <summary>
/// Reads GIFT, the plain-text question format of Moodle (docs.moodle.org, "GIFT format"). Never throws on bad input: a question is
/// either understood or reported with its line.
/// </summary>
public static class GiftReader
{
    /// <summary>Reads a file of unknown encoding: UTF-8 and UTF-16 with or without mark, windows-1251, windows-1252.</summary>
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
        var problems = new List<Problem>();
        var questions = new List<Question>();
        var known = 0;
        foreach (var block in new GiftBlocks(text, problems).Split())
        {
            if (new GiftQuestionParser(block, problems).Parse() is { } question)
            {
                questions.Add(question with { Warnings = [.. problems.Skip(known).Where(p => !p.IsError)] });
            }
            known = problems.Count;
        }
        return new QuestionFile(QuestionFormat.Gift, questions, [.. problems.OrderBy(p => p.Line)], "utf-8");
    }
}
