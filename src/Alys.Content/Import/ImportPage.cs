using Alys.Content.Packs;

namespace Alys.Content.Import;

/// <summary>Base of the pages of one import.</summary>
public abstract class ImportPage : PackPage
{
    /// <summary>Number of the import, from the address.</summary>
    [BindProperty(SupportsGet = true, Name = "no")]
    public int ImportNo { get; set; }

    internal LessonImport Import { get; private set; } = null!;

    internal async Task<bool> FindImport()
    {
        var found = await Db.LessonImports.FirstOrDefaultAsync(i => i.No == ImportNo, Ct);
        if (found is null) return false;
        PackNo = await Db.Packs.Where(p => p.Id == found.PackId).Select(p => p.No).FirstAsync(Ct);
        Import = found;
        return await FindPack();
    }

    internal Task<ImportPlan> MakePlan(bool prepare) => Service<Planner>().Plan(Db, Pack, Import, Reader, Now, prepare, Ct);
}
