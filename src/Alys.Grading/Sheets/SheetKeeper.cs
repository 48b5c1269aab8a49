using Alys.Assessment;

namespace Alys.Grading;

/// <summary>Tells the testing complex which grade sheets hold the results of a sitting, so that a regrade names those that are closed.</summary>
internal sealed class SheetKeeper : ResultsKeeper
{
    public override async Task<IReadOnlyList<KeptResults>> Of(Db db, IReadOnlyCollection<Guid> sittings, CancellationToken ct)
    {
        var wanted = sittings.ToArray();
        var found = await (from e in db.ControlEvents
                           join s in db.GradeSheets on e.CourseId equals s.CourseId
                           where e.SittingId != null && wanted.Contains(e.SittingId.Value) && e.RemovedAt == null
                           select new { Sitting = e.SittingId!.Value, s.CourseId, s.No, Closed = s.Steps.Any(t => t.Version == s.Version && t.Kind == SheetStepKind.Closed) }).ToListAsync(ct);
        if (found.Count == 0) return [];
        var heads = (await CourseHead.Named(db, [.. found.Select(f => f.CourseId).Distinct()], ct)).ToDictionary(h => h.Id);
        return [.. found.Select(f => new KeptResults(f.Sitting, Title(f.No, heads[f.CourseId].TitleOfSheet()), $"/grading/sheets/{f.No}", f.Closed))];
    }

    private static LocalText Title(int no, LocalText course) => new($"№ {no} · {course.Kk}", $"№ {no} · {course.Ru}", $"№ {no} · {course.En}");
}
