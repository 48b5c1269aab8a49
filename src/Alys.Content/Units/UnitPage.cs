using Alys.Content.Packs;

namespace Alys.Content.Units;

/// <summary>Base of the pages of one unit: <c>/content/units/…/{pack}/{no}</c>.</summary>
public abstract class UnitPage : PackPage
{
    /// <summary>Number of the unit in its pack, from the address.</summary>
    [BindProperty(SupportsGet = true, Name = "no")]
    public int UnitNo { get; set; }

    internal Unit Unit { get; private set; } = null!;

    internal async Task<bool> FindUnit(Visibility<Pack>? visibility = null)
    {
        if (!await FindPack(visibility)) return false;
        var found = await Db.Units.FirstOrDefaultAsync(u => u.PackId == Pack.Id && u.No == UnitNo, Ct);
        if (found is null) return false;
        Unit = found;
        return true;
    }

    internal async Task FoundUnit()
    {
        if (!await FindUnit()) throw new Refusal("content.refusal.no-unit");
    }

    internal string At(string page) => $"/content/units/{page}/{PackNo}/{UnitNo}";
}
