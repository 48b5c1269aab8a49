using Alys.Content.Packs;

namespace Alys.Content.Media;

[Needs(Rights.Write)]
internal sealed class ListModel : PackPage
{
    public IReadOnlyList<StoredMedia> Stored { get; private set; } = [];

    public async Task<IActionResult> OnGet()
    {
        if (!await FindPack()) return NotFound();
        Stored = await Db.Media.AsNoTracking().Where(m => m.PackId == Pack.Id).OrderBy(m => m.No).ToListAsync(Ct);
        return Page();
    }
}
