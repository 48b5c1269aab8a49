namespace Alys.Enrolment;

/// <summary>The report of an import that was done.</summary>
[Needs(EnrolmentRights.Edit)]
internal sealed class PeopleImportModel : AppPage
{
    [BindProperty(SupportsGet = true)] public int No { get; set; }
    public PeopleImport Import { get; private set; } = null!;

    public async Task<IActionResult> OnGet()
    {
        if (!Reader.Everywhere(EnrolmentRights.Edit) || await Db.Set<PeopleImport>().AsNoTracking().FirstOrDefaultAsync(i => i.No == No, Ct) is not { } import) return NotFound();
        Import = import;
        return Page();
    }
}
