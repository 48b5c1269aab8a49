using Alys.Documents;

namespace Alys.Grading;

/// <summary>What one learner has in a course: each event with its entries, the outcome, the closed line of the sheet if there is one.</summary>
internal sealed record MarksOfOne(CourseHead Course, ControlPlan? Plan, LearnerMarks? Marks, IReadOnlyList<GradeEntry> History, ClosedLine? Closed, PercentRounding Rounding)
{
    public static async Task<MarksOfOne> Load(Db db, CourseHead course, Guid person, Settling settling, CancellationToken ct)
    {
        var closed = await ClosedLine.Of(db, course.Id, person, ct);
        if (closed is not null) settling = settling with { Until = closed.At, Complete = true };
        var found = await CourseMarks.Load(db, course, person, settling, ct);
        return new(course, found?.Plan, found?.Marks, found?.History ?? [], closed, settling.Rounding);
    }

    public IEnumerable<string> Explained(Texts t) => Marks?.Outcome is { } outcome
        ? Explanation.Of(outcome, Rounding, t.Number).Select(l => t[l.Key, l.Args]) : [];
}

/// <summary>A learner's line in a closed sheet, with the document that froze it.</summary>
internal sealed record ClosedLine(int SheetNo, DateTime At, SheetLine? Line, string? Number, string? Token)
{
    public static async Task<ClosedLine?> Of(Db db, Guid courseId, Guid person, CancellationToken ct)
    {
        var found = await (from sheet in db.GradeSheets.AsNoTracking().Where(GradeSheet.IsClosed)
                           join document in db.Set<DocumentRow>() on sheet.DocumentId equals (Guid?)document.Id
                           where sheet.CourseId == courseId
                           select new
                           {
                               sheet.No,
                               At = sheet.Steps.Where(s => s.Version == sheet.Version && s.Kind == SheetStepKind.Closed).Max(s => s.At),
                               Line = sheet.AllLines.FirstOrDefault(l => l.Version == sheet.Version && l.PersonId == person),
                               document.Number,
                               document.Token,
                           }).FirstOrDefaultAsync(ct);
        return found is null ? null : new(found.No, found.At, found.Line, found.Number, found.Token);
    }
}
