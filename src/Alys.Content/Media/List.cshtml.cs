using Alys.Content.Packs;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Alys.Content.Media;

/// <summary>The library of a pack, filtered by what an author looks for.</summary>
[Needs(Rights.Write)]
internal sealed class ListModel : PackPage
{
    [BindProperty(SupportsGet = true)] public MediaKind? Kind { get; set; }
    [BindProperty(SupportsGet = true)] public bool Incomplete { get; set; }
    [BindProperty(SupportsGet = true)] public bool Unused { get; set; }

    public IReadOnlyList<StoredMedia> Stored { get; private set; } = [];
    public ILookup<string, MediaUse> Uses { get; private set; } = null!;
    public HashSet<Guid> Captioned { get; private set; } = [];
    public int Total { get; private set; }
    public int IncompleteTotal { get; private set; }
    public IEnumerable<SelectListItem> Kinds => [new SelectListItem(T["content.media.every-kind"], ""), .. Enum.GetValues<MediaKind>().Select(k => new SelectListItem(T["enum.MediaKind." + k], k.ToString()))];

    public async Task<IActionResult> OnGet()
    {
        if (!await FindPack()) return NotFound();
        var all = await Db.Media.AsNoTracking().Where(m => m.PackId == Pack.Id).OrderBy(m => m.No).ToListAsync(Ct);
        Captioned = [.. await Db.MediaCaptions.Select(c => c.MediaId).Where(id => Db.Set<StoredMedia>().Any(m => m.Id == id && m.PackId == Pack.Id)).Distinct().ToListAsync(Ct)];
        Uses = await MediaUse.Of(Db, Pack.Id, Ct);
        (Total, IncompleteTotal) = (all.Count, all.Count(m => m.Missing.Any()));
        Stored = [.. all.Where(m => (Kind is null || m.Kind == Kind) && (!Incomplete || m.Missing.Any()) && (!Unused || !Uses[m.Key].Any()))];
        return Page();
    }
}
