using Alys.Content.Units;

namespace Alys.Content.Reviews;

/// <summary>What an author should know of the reviews of her unit: the newest, how it ended, and the comments that nobody has settled.</summary>
internal sealed record UnitReview(UnderReview? Last, ReviewStep? Step, string By, IReadOnlyList<CommentThread> Open)
{
    public static readonly UnitReview None = new(null, null, "", []);

    public static async Task<UnitReview> Of(Db db, Unit unit, CancellationToken ct)
    {
        var last = await db.Reviews.AsNoTracking().Where(r => r.UnitId == unit.Id).OrderByDescending(r => r.No).FirstOrDefaultAsync(ct);
        if (last is null) return None;
        var version = await db.UnitVersions.AsNoTracking().FirstAsync(v => v.Id == last.VersionId, ct);
        var pack = await db.Packs.AsNoTracking().FirstAsync(p => p.Id == unit.PackId, ct);
        var step = await db.ReviewSteps.AsNoTracking().Where(s => s.ReviewId == last.Id).OrderByDescending(s => s.At).FirstAsync(ct);
        var names = await CommentThread.Names(db, [step.ByPersonId], ct);
        var threads = await CommentThread.Of(db, db.Reviews.Where(r => r.UnitId == unit.Id), ct);
        return new UnitReview(new UnderReview(last, version, unit, pack), step, names(step.ByPersonId), [.. threads.Where(t => t.Comment.SettledAt is null)]);
    }
}
