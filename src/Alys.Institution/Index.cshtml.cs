namespace Alys.Institution;

[Needs(InstitutionRights.See)]
internal sealed class InstitutionModel : AppPage
{
    public Organisation? Organisation { get; private set; }
    public ILookup<Guid?, Unit> Units { get; private set; } = Array.Empty<Unit>().ToLookup(u => u.ParentId);
    public IReadOnlyList<Period> Periods { get; private set; } = [];
    public bool MayEdit => Reader.Everywhere(InstitutionRights.Edit);

    public async Task OnGet()
    {
        Organisation = await Db.Organisations.AsNoTracking().OrderBy(o => o.FoundedAt).FirstOrDefaultAsync(Ct);
        Units = (await Db.Units.AsNoTracking().OrderBy(u => u.No).ToListAsync(Ct)).ToLookup(u => u.ParentId);
        Periods = await Db.Periods.AsNoTracking().OrderBy(p => p.Start).ThenByDescending(p => p.End).ToListAsync(Ct);
    }
}
