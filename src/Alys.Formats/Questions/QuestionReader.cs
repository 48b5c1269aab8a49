using System.Text.RegularExpressions;
using Alys.Formats.Aiken;
using Alys.Formats.Archives;
using Alys.Formats.Gift;
using Alys.Formats.MoodleXml;
using Alys.Formats.Qti12;
using Alys.Formats.Xml;

namespace Alys.Formats.Questions;

/// <summary>
/// Reads a question file of whatever format it is (GIFT, Aiken, Moodle XML, a document or a package of QTI 1.2); its bytes decide, never its name.
/// Never throws on bad input: what cannot be taken at all has a <see cref="QuestionFile.Refusal"/>.
/// </summary>
public static partial class QuestionReader
{
    /// <summary>Recognises and reads the file.</summary>
    /// <param name="bytes">The whole file; an archive is checked within <paramref name="limits"/> before anything of it is read.</param>
    /// <param name="limits">Null for the defaults.</param>
    public static QuestionFile Read(byte[] bytes, ArchiveLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        var file = bytes is [(byte)'P', (byte)'K', 3 or 5, 4 or 6, ..] ? Package(bytes, limits) : Document(bytes);
        return file.Questions.Count > 0 || file.Problems.Any(p => p.IsError) ? file : QuestionFile.Refused(file.Format, file.Encoding, Problem.Error(0, "questions.problem.none"));
    }

    static QuestionFile Package(byte[] bytes, ArchiveLimits? limits)
    {
        using var stream = new MemoryStream(bytes, writable: false);
        if (!SafeArchive.TryOpen(stream, limits, out var archive, out var problems))
        {
            return QuestionFile.Refused(null, "", problems.First(p => p.IsError));
        }
        using (archive)
        {
            return Qti12Package.Read(archive);
        }
    }

    static QuestionFile Document(byte[] bytes)
    {
        var decoded = XmlText.Decode(bytes);
        if (decoded.Problems.FirstOrDefault(p => p.IsError) is { } notText)
        {
            return QuestionFile.Refused(null, decoded.Encoding, notText);
        }
        var file = new XmlProlog(decoded.Text).Root is { } root && (IsQuestions(root) || XmlText.IsDeclared(decoded.Text)) ? OfXml(decoded.Text, root)
            : AikenReader.IsLike(decoded.Text) && AikenReader.Answers(decoded.Text) >= GiftAnswers().Count(decoded.Text) ? AikenReader.Read(decoded.Text)
            : GiftReader.Read(decoded.Text);
        return file with { Problems = [.. decoded.Problems, .. file.Problems], Encoding = decoded.Encoding };
    }

    static bool IsQuestions(string root) => root is MoodleXmlReader.Root or Qti12Reader.Root or "html" or "HTML" || QtiVersions.IsRoot(root);

    static QuestionFile OfXml(string text, string root) => root == MoodleXmlReader.Root ? MoodleXmlReader.Read(text) : Qti12Reader.Read(text);

    [GeneratedRegex(@"(?<!\\)\{\s*[=~#TF]", RegexOptions.IgnoreCase)]
    private static partial Regex GiftAnswers();
}
