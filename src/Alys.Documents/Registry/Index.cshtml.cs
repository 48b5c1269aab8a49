namespace Alys.Documents.Registry;

/// <summary>The documents that the reader may see, newest first.</summary>
[Needs(Rights.See)]
internal sealed class IndexModel : AppPage
{
    private const int PageLength = 50;

    [BindProperty(SupportsGet = true, Name = "p")] public int Part { get; set; } = 1;
    public IReadOnlyList<Document> Documents { get; private set; } = [];
    public bool HasMore { get; private set; }
    public bool MayNumber => Reader.Has(Rights.Numbering);
    public string KindName(Document document) => T[Service<DocumentStore>().KindOf(document.Kind).NameKey];

    public async Task OnGet()
    {
        Part = Math.Clamp(Part, 1, 100_000);
        var found = await Db.Documents.AsNoTracking().VisibleTo(Reader, Document.Visibility)
            .OrderByDescending(d => d.No).Skip((Part - 1) * PageLength).Take(PageLength + 1)
            .Include(d => d.Versions).ThenInclude(v => v.Annulment).ToListAsync(Ct);
        HasMore = found.Count > PageLength;
        Documents = [.. found.Take(PageLength)];
    }
}
