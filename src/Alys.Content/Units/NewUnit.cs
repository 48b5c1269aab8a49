using Alys.Content.Packs;

namespace Alys.Content.Units;

internal static class NewUnit
{
    /// <summary>Opens a place for a unit at the end of its slot. Numbers are never used twice, because withdrawn units stay.</summary>
    public static async Task<Unit> Make(Act act, Pack pack, string slot, string? sourcePath)
    {
        var last = await act.Db.Units.Where(u => u.PackId == pack.Id).MaxAsync(u => (int?)u.No, act.Ct) ?? 0;
        var unit = new Unit { PackId = pack.Id, No = last + 1, Slot = slot, Order = await NextOrder(act.Db, pack, act.Ct), SourcePath = sourcePath };
        act.Db.Add(unit);
        return unit;
    }

    private static async Task<int> NextOrder(Db db, Pack pack, CancellationToken ct) =>
        (await db.Units.Where(u => u.PackId == pack.Id).MaxAsync(u => (int?)u.Order, ct) ?? 0) + 10;
}
