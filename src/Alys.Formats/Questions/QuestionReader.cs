using Alys.Formats.Gift;

namespace Alys.Formats.Questions;

/// <summary>Reads a question file of whatever format it is; its bytes decide, never its name. Never throws on bad input.</summary>
public static class QuestionReader
{
    /// <summary>Recognises and reads the file.</summary>
    public static QuestionFile Read(ReadOnlySpan<byte> bytes)
    {
        var file = GiftReader.Read(bytes);
        return file.Questions.Count > 0 || file.Problems.Any(p => p.IsError)
            ? file
            : QuestionFile.Refused(file.Format, file.Encoding, Problem.Error(0, "questions.problem.none"));
    }
}
