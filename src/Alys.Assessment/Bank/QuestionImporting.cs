using Alys.Formats;
using Alys.Formats.Questions;

namespace Alys.Assessment.Bank;

/// <summary>Brings a question file into a bank: one line of report for each object of the file, one transaction for all.</summary>
internal static class QuestionImporting
{
    /// <summary>Says what the file would do, or does it.</summary>
    /// <param name="numbered">Gives new items their numbers; null for a dry run, which changes nothing.</param>
    public static async Task<ImportReport> Run(Db db, BankImport import, ImportedFile read, DateTime now, Func<Task<int>>? numbered, CancellationToken ct)
    {
        var file = read.File;
        // A dry run tries the changes on rows that no context tracks, so that nothing of it can be saved.
        var rows = numbered is null ? db.Items.AsNoTracking() : db.Items;
        var known = await rows.Include(i => i.Tags).Where(i => i.SubjectId == import.SubjectId && i.Language == import.Language && i.Code != null).ToDictionaryAsync(i => i.Code!, StringComparer.Ordinal, ct);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var lines = file.Problems.Where(p => p.IsError).Select(p => new ImportLine(p.Line, p.Title ?? "", ImportOutcome.Skipped, [ImportRemark.Of(p) with { Line = 0 }], p.File)).ToList();
        foreach (var (question, imported) in file.Questions.Zip(read.Items))
        {
            var line = seen.Add(imported.Code) ? await One(db, import, imported, known.GetValueOrDefault(imported.Code), now, numbered) : Skipped(imported, "assessment.import.twice");
            lines.Add(line with { Line = question.Line, File = question.File, Remarks = [.. line.Remarks, .. Remarks(question, imported)] });
        }
        var ofQuestions = file.Questions.SelectMany(q => q.Warnings).ToHashSet<Problem>(ReferenceEqualityComparer.Instance);
        return new(file.Format, file.Encoding, [.. file.Problems.Where(p => !p.IsError && !ofQuestions.Contains(p)).Select(ImportRemark.Of)],
            [.. lines.OrderBy(l => l.File, StringComparer.Ordinal).ThenBy(l => l.Line)]);
    }

    private static async Task<ImportLine> One(Db db, BankImport import, ImportedItem imported, Item? item, DateTime now, Func<Task<int>>? numbered)
    {
        if (imported.Problem is { } problem) return Skipped(imported, problem);
        var isNew = item is null;
        if (item is null)
        {
            item = new Item { SubjectId = import.SubjectId, Language = import.Language, Code = imported.Code, Title = imported.Title, No = numbered is null ? 0 : await numbered() };
            if (numbered is not null) db.Add(item);
        }
        var version = item.Publish(imported.Body, import.FileName, import.ById, now);
        if (numbered is not null && version is not null) db.Add(version);
        var changed = version is not null | item.Tag(imported.Tags.Concat(import.TagList).Concat(item.Tags.Select(t => t.Tag)).Distinct().Take(Item.MaxTags)) | item.Title != imported.Title | item.RetiredAt is not null;
        item.Title = imported.Title;
        item.Revive();
        return isNew || changed ? new(0, imported.Title, isNew ? ImportOutcome.Created : ImportOutcome.Changed, []) : Skipped(imported, "assessment.import.same");
    }

    private static ImportLine Skipped(ImportedItem imported, string reason) => new(0, imported.Title, ImportOutcome.Skipped, [new(reason, [])]);

    private static IEnumerable<ImportRemark> Remarks(Question question, ImportedItem imported)
    {
        foreach (var warning in question.Warnings) yield return ImportRemark.Of(warning) with { Line = warning.Line == question.Line ? 0 : warning.Line };
        if (imported.LeftOut.Count > 0) yield return new("assessment.import.left-out", [string.Join(", ", imported.LeftOut.Order(StringComparer.Ordinal))]);
    }
}
