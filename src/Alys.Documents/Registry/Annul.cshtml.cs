namespace Alys.Documents.Registry;

/// <summary>Takes a document out of force; asks first.</summary>
[Needs(Rights.Annul)]
internal sealed class AnnulModel : AppPage
{
    [FromRoute] public int No { get; set; }
    [BindProperty] public string? Reason { get; set; }
    public Document Document { get; private set; } = null!;

    public async Task<IActionResult> OnGet() => await Find() is null ? NotFound() : Page();

    public Task<IActionResult> OnPost() => Act(async act =>
    {
        if (await Find() is not { } document) return NotFound();
        if (string.IsNullOrWhiteSpace(Reason)) throw new Refusal("documents.refusal.reason") { Field = nameof(Reason) };
        document.Annul(act, Reason.Trim());
        return Done($"/documents/registry/{No}", "documents.annulled");
    }, OnGet);

    private async Task<Document?> Find()
    {
        var document = await Db.Documents.VisibleTo(Reader, Document.Visibility).Include(d => d.Versions).ThenInclude(v => v.Annulment).FirstOrDefaultAsync(d => d.No == No, Ct);
        if (document is null || !Reader.May(Rights.Annul, document.Scope)) return null;
        return Document = document;
    }
}
