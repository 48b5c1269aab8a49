using Alys.Assessment;
using Alys.Content.Packs;

namespace Alys.Content.Import;

/// <summary>Lines of report for documents of questions and for every question in them.</summary>
internal static class QuestionLines
{
    public static BankPlace Place(Pack pack, LessonImport import) => new(pack.SubjectId, pack.Language, import.FileName, import.Hash);

    public static List<ImportLine> WithoutRight(IReadOnlyList<ImportLine> lines, PackageQuestions questions) =>
        [.. lines, .. questions.Paths.Select(p => new ImportLine(p, LessonOutcome.Skipped, "content.import.no-bank-right") { Title = questions.TitleOf(p) })];

    /// <summary>The lines with what became of the questions; those of an earlier trial give way.</summary>
    public static List<ImportLine> Complete(IReadOnlyList<ImportLine> lines, IReadOnlyList<QuestionReport> reports)
    {
        var documents = reports.ToDictionary(r => r.Path, StringComparer.Ordinal);
        var kept = lines.Where(l => !l.IsQuestion && (l.Slot is not null || l.Title is not null || !documents.ContainsKey(l.Path))).ToList();
        var complete = new List<ImportLine>();
        foreach (var line in kept) complete.AddRange(documents.Remove(line.Path, out var report) ? OfDocument(report, line) : [line]);
        return [.. complete, .. documents.Values.SelectMany(r => OfDocument(r, null))];
    }

    private static IEnumerable<ImportLine> OfDocument(QuestionReport report, ImportLine? unit)
    {
        yield return unit is { Slot: not null } ? OfTest(report, unit) : OfBank(report, unit);
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var line in report.Lines)
        {
            var file = line.File.Length > 0 ? line.File : report.Path;
            var number = numbers[file] = numbers.GetValueOrDefault(file) + 1;
            var why = line.Outcome == QuestionOutcome.Skipped ? line.Remarks.FirstOrDefault() : null;
            yield return new ImportLine($"{file}#{number}", OutcomeOf(line.Outcome), why?.TextKey, why is null ? [] : [.. why.Args])
            {
                Title = line.Title, IsQuestion = true, Lesson = unit?.Title, Remarks = [.. line.Remarks.Skip(why is null ? 0 : 1).Select(RemarkOf)],
            };
        }
    }

    private static ImportLine OfTest(QuestionReport report, ImportLine unit)
    {
        var reason = report.Drawn > 0 ? new ImportLine("", unit.Outcome, "content.import.test", Number(report.Drawn), report.Tag!) : new ImportLine("", unit.Outcome, "content.import.test-kept");
        return unit with { Reason = reason.Reason, Args = reason.Args, Url = report.TestUrl, UrlText = "content.import.to-test", Remarks = [.. unit.Remarks.Concat(report.Remarks.Select(RemarkOf)).DistinctBy(r => (r.TextKey, r.Detail))] };
    }

    // A bank, or a test that no unit leads to: the questions are there, and what the author may do next.
    private static ImportLine OfBank(QuestionReport report, ImportLine? leftOut)
    {
        var outcomes = report.Lines.Select(l => l.Outcome).ToHashSet();
        var outcome = outcomes.Contains(QuestionOutcome.Created) ? LessonOutcome.Created : outcomes.Contains(QuestionOutcome.Changed) ? LessonOutcome.Changed
            : outcomes.Contains(QuestionOutcome.Unchanged) ? LessonOutcome.Unchanged : LessonOutcome.Skipped;
        var line = outcome != LessonOutcome.Skipped ? new ImportLine(report.Path, outcome, leftOut is null ? "content.import.bank" : "content.import.test-without-unit", Number(report.InBank))
            : report is { Lines.Count: 0, Remarks: [{ } why, ..] } ? new ImportLine(report.Path, outcome, why.TextKey, [.. why.Args])
            : new ImportLine(report.Path, outcome, "content.import.no-questions");
        return line with
        {
            Title = leftOut?.Title, Lesson = leftOut?.Lesson, Url = outcome == LessonOutcome.Skipped ? null : report.BankUrl, UrlText = "content.import.to-bank",
            Remarks = line.Reason == report.Remarks.FirstOrDefault()?.TextKey ? [] : [.. report.Remarks.Select(RemarkOf)],
        };
    }

    private static ImportRemark RemarkOf(QuestionRemark remark) => new(remark.TextKey, remark.Args.FirstOrDefault() ?? "") { More = [.. remark.Args.Skip(1)] };

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static LessonOutcome OutcomeOf(QuestionOutcome outcome) => outcome switch
    {
        QuestionOutcome.Created => LessonOutcome.Created,
        QuestionOutcome.Changed => LessonOutcome.Changed,
        QuestionOutcome.Unchanged => LessonOutcome.Unchanged,
        _ => LessonOutcome.Skipped,
    };
}
