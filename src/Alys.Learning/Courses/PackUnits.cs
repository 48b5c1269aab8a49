using Alys.Content;

namespace Alys.Learning.Courses;

/// <summary>The published units of packs in their order, in memory until something is published or a pack is changed.</summary>
internal sealed class PackUnits(Pulses pulses)
{
    private static readonly Func<Db, Guid, IAsyncEnumerable<PublishedUnitRow>> Query = EF.CompileAsyncQuery((Db db, Guid pack) =>
        db.Set<PublishedUnitRow>().Where(u => u.PackId == pack).OrderBy(u => u.Order).ThenBy(u => u.No).AsNoTracking().AsQueryable());

    private readonly Remembered<Guid, IReadOnlyList<PublishedUnitRow>> _known = new(pulses, 500, async (db, pack) => await Query(db, pack).ToListAsync(),
        Facts.UnitPublished, Facts.UnitWithdrawn, "content.unit.saved", "content.pack.changed");

    public ValueTask<IReadOnlyList<PublishedUnitRow>> Of(Db db, Guid pack) => _known.Of(db, pack);
}
