using System.Security.Cryptography;
using Alys.Access;
using Microsoft.AspNetCore.RateLimiting;

namespace Alys.Documents.Verification;

/// <summary>What the QR code on paper leads to. A stranger sees kind, date, state and hash, never a name; who has the right sees the document.</summary>
[Open, EnableRateLimiting(RateLimits.Guessing)]
internal sealed class ShowModel : AppPage
{
    [FromRoute] public string Token { get; set; } = "";
    [BindProperty] public string? Hash { get; set; }
    [BindProperty] public IFormFile? Copy { get; set; }

    public Document Document { get; private set; } = null!;
    public DocumentVersion Version { get; private set; } = null!;
    public DocumentState State => Document.StateOf(Version);
    public string KindName { get; private set; } = "";

    /// <summary>By which rule the reader sees more than a stranger; empty for a stranger.</summary>
    public IReadOnlyList<string> Rules { get; private set; } = [];
    public string? IssuedBy { get; private set; }
    public bool IsWhole { get; private set; }

    /// <summary>Text key of what a comparison found.</summary>
    public string? Verdict { get; private set; }
    public bool Matches { get; private set; }

    public async Task<IActionResult> OnGet()
    {
        Response.Headers["X-Robots-Tag"] = "noindex";
        Response.Headers.CacheControl = "no-store";
        var version = await Db.DocumentVersions.AsNoTracking().FirstOrDefaultAsync(v => v.Token == Token, Ct);
        if (version is null) return NotFound();
        Document = await Db.Documents.AsNoTracking().Include(d => d.Versions).ThenInclude(v => v.Annulment).SingleAsync(d => d.Id == version.DocumentId, Ct);
        Version = Document.Versions.Single(v => v.Id == version.Id);
        KindName = T[Service<DocumentStore>().KindOf(Document.Kind).NameKey];
        Rules = await Document.Visibility.Why(Db.Documents.Where(d => d.Id == Document.Id), Reader, Ct);
        if (Rules.Count == 0) return Page();

        IsWhole = Document.MayBeReadWholeBy(Reader);
        if (Version.IssuedByPersonId is { } by) IssuedBy = await Db.Set<PersonRow>().Where(p => p.Id == by).Select(p => p.Name).FirstOrDefaultAsync(Ct);
        return Page();
    }

    /// <summary>Compares a file or a hash with this version. Nothing is kept of what was sent.</summary>
    public async Task<IActionResult> OnPost()
    {
        if (await OnGet() is NotFoundResult none) return none;
        var given = Normal(Hash);
        if (Copy is not null)
        {
            await using var stream = Copy.OpenReadStream();
            given = Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, Ct));
        }
        if (given.Length != 64 || given.AsSpan().ContainsAnyExcept("0123456789abcdef"))
        {
            ModelState.AddModelError(nameof(Hash), T["documents.refusal.hash"]);
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }
        (Matches, Verdict) = given == Version.Hash ? (true, "documents.verify.same-data")
            : given == Version.PaperHash ? (true, "documents.verify.same-paper")
            : Document.Versions.Any(v => v.Hash == given || v.PaperHash == given) ? (false, "documents.verify.other-version")
            : (false, "documents.verify.different");
        return Page();
    }

    private static string Normal(string? hash) =>
        string.Concat((hash ?? "").Where(c => !char.IsWhiteSpace(c))).ToLowerInvariant().Replace("sha-256:", "", StringComparison.Ordinal);
}
