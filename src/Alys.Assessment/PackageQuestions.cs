using Alys.Assessment.Bank;
using Alys.Assessment.Packages;
using Alys.Formats;
using Alys.Formats.Archives;

namespace Alys.Assessment;

/// <summary>A document of questions (QTI 1.2) that a package names.</summary>
/// <param name="Path">Where it stands in the archive.</param>
/// <param name="Title">Title that the package gives it; may be empty.</param>
/// <param name="Copies">Documents that say more of the same test than the standard can; only questions that are not in the first are taken of them.</param>
public sealed record QuestionDocument(string Path, string Title, IReadOnlyList<string> Copies);

/// <summary>Whose bank takes the questions, and of which file the bank says that they came from.</summary>
/// <param name="SubjectId">Subject of the bank.</param>
/// <param name="Language">kk, ru or en.</param>
/// <param name="FileName">Name of the package.</param>
/// <param name="FileHash">SHA-256 under which it is stored.</param>
public sealed record BankPlace(Guid SubjectId, string Language, string FileName, string FileHash);

/// <summary>What becomes of a question.</summary>
public enum QuestionOutcome
{
    /// <summary>A new item of the bank.</summary>
    Created,
    /// <summary>A new version, or new tags, of an item that the bank had.</summary>
    Changed,
    /// <summary>The bank has it just so.</summary>
    Unchanged,
    /// <summary>Not taken; the first remark says why.</summary>
    Skipped,
}

/// <summary>A sentence: text key and arguments.</summary>
public sealed record QuestionRemark(string TextKey, IReadOnlyList<string> Args);

/// <summary>One question of a document.</summary>
/// <param name="File">The document, or the copy that it stood in.</param>
/// <param name="Title">Title of the item.</param>
/// <param name="Outcome">What becomes of it.</param>
/// <param name="Remarks">Why, and what to look at.</param>
public sealed record QuestionLine(string File, string Title, QuestionOutcome Outcome, IReadOnlyList<QuestionRemark> Remarks);

/// <summary>What becomes of a document.</summary>
public sealed record QuestionReport
{
    /// <summary>Where it stands in the archive.</summary>
    public required string Path { get; init; }
    /// <summary>One line for each question that could be told from the others.</summary>
    public required IReadOnlyList<QuestionLine> Lines { get; init; }
    /// <summary>Sentences on the document as a whole; when nothing of it could be read, the first says why.</summary>
    public required IReadOnlyList<QuestionRemark> Remarks { get; init; }
    /// <summary>How many of its questions stand in the bank and can be answered.</summary>
    public required int InBank { get; init; }
    /// <summary>How many of them its test draws; 0 when it has no test.</summary>
    public required int Drawn { get; init; }
    /// <summary>The tag that finds its questions; null when they have none of their own.</summary>
    public required string? Tag { get; init; }
    /// <summary>Page of the bank with these questions.</summary>
    public required string BankUrl { get; init; }
    /// <summary>Page of the test, once it is made; null in a trial and without one.</summary>
    public required string? TestUrl { get; init; }
}

/// <summary>
/// The questions of a package on their way into a bank: read and cleaned before an act, since that takes its time; tried as often as wished; brought in
/// within the act of the module that reads the package, so that all of it stands or falls together.
/// </summary>
public sealed class PackageQuestions
{
    internal IReadOnlyList<ReadDocument> Documents { get; }

    private PackageQuestions(IReadOnlyList<ReadDocument> documents) => Documents = documents;

    /// <summary>Reads the documents. What cannot be read stands in the report.</summary>
    public static PackageQuestions Read(SafeArchive archive, IReadOnlyList<QuestionDocument> documents)
    {
        ArgumentNullException.ThrowIfNull(archive);
        ArgumentNullException.ThrowIfNull(documents);
        return new(ReadDocument.All(archive, documents));
    }

    /// <summary>Paths of the documents in their order.</summary>
    public IEnumerable<string> Paths => Documents.Select(d => d.Path);

    /// <summary>Title of the document: that of the package, else its own, else the name of its file.</summary>
    public string TitleOf(string path) => Documents.First(d => d.Path == path).Name;

    /// <summary>How many questions of the document can be answered.</summary>
    public int Answered(string path) => Documents.First(d => d.Path == path).Answered;

    /// <summary>May the reader write the bank of the subject?</summary>
    public static Task<bool> May(Db db, Reader reader, Guid subjectId, CancellationToken ct) => BankSubjects.May(db, reader, subjectId, ct);

    /// <summary>Says what would become of every question; changes nothing.</summary>
    /// <param name="db">Where the bank is read.</param>
    /// <param name="place">The bank.</param>
    /// <param name="tests">For documents that become a test, by path: the key of the test, an old or a new one.</param>
    /// <param name="ct">Ends the reading.</param>
    public Task<IReadOnlyList<QuestionReport>> Try(Db db, BankPlace place, IReadOnlyDictionary<string, Guid> tests, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(place);
        return new PackageRun(this, place, tests).Try(db, ct);
    }

    /// <summary>Brings every question in and makes or renews the tests.</summary>
    /// <inheritdoc cref="Try"/>
    public Task<IReadOnlyList<QuestionReport>> Run(Act act, BankPlace place, IReadOnlyDictionary<string, Guid> tests)
    {
        ArgumentNullException.ThrowIfNull(act);
        ArgumentNullException.ThrowIfNull(place);
        return new PackageRun(this, place, tests).Run(act);
    }

    internal static QuestionRemark Sentence(Problem problem) => new(problem.Key, [.. problem.Args.Select(a => Convert.ToString(a, CultureInfo.InvariantCulture) ?? "")]);
}
