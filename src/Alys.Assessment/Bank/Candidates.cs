using Alys.Assessment.Draw;

namespace Alys.Assessment.Bank;

/// <summary>The live items of a subject in one language, as the draw sees them.</summary>
internal sealed class Candidates(ItemBodies bodies)
{
    public async Task<IReadOnlyList<Candidate>> Of(Db db, Guid subjectId, string language, CancellationToken ct)
    {
        var items = await db.Items.AsNoTracking().Include(i => i.Tags)
            .Where(i => i.SubjectId == subjectId && i.Language == language && i.RetiredAt == null && i.Kind != ItemKind.Description).ToListAsync(ct);
        var known = await bodies.Of(db, items.Select(i => i.LiveVersionId), ct);
        return [.. items.Select(i => new Candidate(i.No, i.LiveVersionId, known[i.LiveVersionId].Shown, known[i.LiveVersionId].Shuffles,
            i.Tags.Select(t => t.Tag).ToHashSet(StringComparer.Ordinal)))];
    }
}
