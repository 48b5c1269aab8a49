using Alys.Curriculum;

namespace Alys.Content.Packs;

[Needs(Rights.Write, Rights.Read)]
internal sealed class IndexModel : AppPage
{
    public IReadOnlyList<(Pack Pack, LocalText Subject)> Packs { get; private set; } = [];

    public bool MayWrite => Reader.Has(Rights.Write);

    public async Task<IActionResult> OnGet()
    {
        var rows = await (from pack in Db.Packs.VisibleTo(Reader, Pack.ToReaders).AsNoTracking()
                          join subject in Db.Set<SubjectRow>() on pack.SubjectId equals subject.Id
                          orderby pack.No
                          select new { pack, subject }).ToListAsync(Ct);
        Packs = [.. rows.Select(r => (r.pack, r.subject.Name()))];
        return Page();
    }
}
