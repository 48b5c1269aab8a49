using Alys.Assessment.Bank;
using Alys.Formats;
using Alys.Formats.Archives;
using Alys.Formats.Qti12;
using Alys.Formats.Questions;

namespace Alys.Assessment.Packages;

/// <summary>A document with its copies, read; its questions as items of the bank.</summary>
internal sealed record ReadDocument(string Path, string Title, QuestionTest? Test, QuestionFile File, IReadOnlyList<ImportedItem> Items)
{
    /// <summary>Title of a test made of it, which needs one.</summary>
    public string Name => Title.Length > 0 ? Title : System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <summary>Items that a test can draw. Each is counted once, however often it stands there.</summary>
    public int Answered => Drawable.Count();

    private IEnumerable<string> Drawable => Items.Where(i => i.Problem is null && i.Body.IsAnswered).Select(i => i.Code).Distinct(StringComparer.Ordinal);

    /// <summary>What is said of the document and not of one of its questions.</summary>
    public IEnumerable<Problem> OnTheWhole => File.Problems.Where(p => !p.IsError && !File.Questions.SelectMany(q => q.Warnings).Contains(p, ReferenceEqualityComparer.Instance));

    public static IReadOnlyList<ReadDocument> All(SafeArchive archive, IReadOnlyList<QuestionDocument> documents)
    {
        var files = documents.Select(d => Read(archive, d)).ToList();
        // Names must tell the questions of the whole package apart; what bears one name and asks one thing is one question, as in a test and in its bank.
        var all = files.SelectMany(f => f.Questions).DistinctBy(NameOf).ToList();
        var items = all.Zip(ImportedItem.Of(all)).ToDictionary(q => NameOf(q.First), q => q.Second);
        return [.. documents.Zip(files, (d, f) => new ReadDocument(d.Path, d.Title.Length > 0 ? d.Title : f.Test?.Title ?? "", f.Test, f, [.. f.Questions.Select(q => items[NameOf(q)])]))];
    }

    private static (string? Id, string Content, Question? Itself) NameOf(Question question) => question.Id is { } id ? (id, ImportedItem.Content(question), null) : (null, "", question);

    private static QuestionFile Read(SafeArchive archive, QuestionDocument document)
    {
        var file = Qti12Reader.Read(archive.ReadAll(document.Path), document.Path);
        var known = file.Questions.Select(q => q.Id).OfType<string>().ToHashSet(StringComparer.Ordinal);
        foreach (var copy in document.Copies.Select(c => Qti12Reader.Read(archive.ReadAll(c), c)).Where(c => c.Refusal is null))
        {
            var further = copy.Questions.Where(q => q.Id is null || known.Add(q.Id)).ToList();
            var warnings = further.SelectMany(q => q.Warnings).ToHashSet<Problem>(ReferenceEqualityComparer.Instance);
            file = file with { Questions = [.. file.Questions, .. further], Problems = [.. file.Problems, .. copy.Problems.Where(p => p.IsError || warnings.Contains(p))] };
        }
        return file;
    }
}
