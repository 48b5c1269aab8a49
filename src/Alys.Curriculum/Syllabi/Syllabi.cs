namespace Alys.Curriculum;

/// <summary>What other modules ask of syllabi.</summary>
public static class Syllabi
{
    /// <summary>
    /// Rule R-36 (clause 36): how a working syllabus departs from the latest approved typical syllabus of its subject; empty when it matches strictly.
    /// Without an approved typical syllabus the one difference says so.
    /// </summary>
    public static async Task<IReadOnlyList<SyllabusDifference>> DifferencesFromTypical(Db db, Guid workingSyllabusId, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        if (await db.Syllabi.AsNoTracking().Include(s => s.Topics).FirstOrDefaultAsync(s => s.Id == workingSyllabusId, ct) is not { } working) return [new("curriculum.difference.none-found")];
        return await Typical(db, working.SubjectId, ct) is { } typical ? SyllabusMatch.Compare(typical, working) : [new("curriculum.difference.no-typical")];
    }

    internal static Task<Syllabus?> Whole(Db db, int no, CancellationToken ct) =>
        db.Syllabi.AsNoTracking().AsSplitQuery().Include(s => s.Approval).Include(s => s.Topics).Include(s => s.Modules).Include(s => s.Literature).Include(s => s.Consultations)
            .FirstOrDefaultAsync(s => s.No == no, ct);

    internal static Task<Syllabus?> Typical(Db db, Guid subject, CancellationToken ct) =>
        db.Syllabi.AsNoTracking().Include(s => s.Topics).Where(s => s.SubjectId == subject && s.Kind == SyllabusKind.Typical && s.Approval != null)
            .OrderByDescending(s => s.Version).FirstOrDefaultAsync(ct);
}
