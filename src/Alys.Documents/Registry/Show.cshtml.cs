namespace Alys.Documents.Registry;

/// <summary>One document with all its versions.</summary>
[Needs(Rights.See)]
internal sealed class ShowModel : AppPage
{
    [FromRoute] public int No { get; set; }
    public Document Document { get; private set; } = null!;
    public string KindName => T[Service<DocumentStore>().KindOf(Document.Kind).NameKey];
    public bool MayAnnul => Reader.May(Rights.Annul, Document.Scope) && Document.Newest.Annulment is null;

    public async Task<IActionResult> OnGet()
    {
        var document = await Db.Documents.AsNoTracking().VisibleTo(Reader, Document.Visibility)
            .Include(d => d.Versions).ThenInclude(v => v.Annulment).FirstOrDefaultAsync(d => d.No == No, Ct);
        if (document is null) return NotFound();
        Document = document;
        return Page();
    }
}
