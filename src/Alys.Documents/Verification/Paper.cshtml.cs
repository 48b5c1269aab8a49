namespace Alys.Documents.Verification;

/// <summary>The paper: the stored file for who may read all of it, an extract for whom it concerns.</summary>
[SignedIn]
internal sealed class PaperModel : AppPage
{
    [FromRoute] public string Token { get; set; } = "";

    public async Task<IActionResult> OnGet()
    {
        var document = await Db.Documents.AsNoTracking().VisibleTo(Reader, Document.Visibility)
            .Include(d => d.Versions).ThenInclude(v => v.People).AsSplitQuery().FirstOrDefaultAsync(d => d.Versions.Any(v => v.Token == Token), Ct);
        if (document is null) return NotFound();
        var version = document.Versions.Single(v => v.Token == Token);
        var name = $"{document.Kind}-{document.No}-{version.Version}.pdf";
        if (document.MayBeReadWholeBy(Reader)) return Service<Files>().Send(version.PaperHash, "application/pdf", name);
        if (version.People.All(p => p.PersonId != Reader.PersonId)) return NotFound();
        Response.Headers.CacheControl = "private, no-store";
        return File(Service<DocumentStore>().Extract(document, version, Reader.PersonId), "application/pdf", name);
    }
}
