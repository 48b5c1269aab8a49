namespace Alys.Institution;

[Needs(InstitutionRights.Edit)]
internal sealed class EditOrganisationModel(Institutions institutions) : AppPage
{
    [BindProperty] public string? NameKk { get; set; }
    [BindProperty] public string? NameRu { get; set; }
    [BindProperty] public string? NameEn { get; set; }
    [BindProperty] public string? City { get; set; }
    [BindProperty] public string? TimeZone { get; set; }
    [BindProperty] public string? Languages { get; set; }

    public async Task<IActionResult> OnGet()
    {
        if (await Db.Organisations.AsNoTracking().OrderBy(o => o.FoundedAt).FirstOrDefaultAsync(Ct) is not { } organisation) return NotFound();
        (NameKk, NameRu, NameEn) = (organisation.Name.Kk, organisation.Name.Ru, organisation.Name.En);
        (City, TimeZone, Languages) = (organisation.City, organisation.TimeZone, organisation.Languages);
        return Page();
    }

    public Task<IActionResult> OnPost() => Act(async act =>
    {
        if (await act.Db.Organisations.OrderBy(o => o.FoundedAt).FirstOrDefaultAsync(Ct) is not { } organisation) return NotFound();
        institutions.Change(act, organisation, Names.Of(NameKk, NameRu, NameEn), TimeZone ?? "", Languages ?? "", City ?? "");
        return Done("/institution", "institution.changed");
    }, () => Task.FromResult<IActionResult>(Page()));
}
