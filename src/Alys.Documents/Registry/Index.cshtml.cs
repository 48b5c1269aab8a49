namespace Alys.Documents.Registry;

/// <summary>The documents that the reader may see, newest first.</summary>
[Needs(Rights.See)]
internal sealed class IndexModel : ListPage
{
    public IReadOnlyList<Document> Documents { get; private set; } = [];
    public bool MayNumber => Reader.Has(Rights.Numbering);
    public string KindName(Document document) => T[Service<DocumentStore>().KindOf(document.Kind).NameKey];

    public async Task OnGet() =>
        Documents = await PartOf(Db.Documents.AsNoTracking().VisibleTo(Reader, Document.Visibility).OrderByDescending(d => d.No).Include(d => d.Versions).ThenInclude(v => v.Annulment));
}
