namespace Alys.Audit;

/// <summary>The newest sealed segments and how the last verifications went.</summary>
[Needs(Rights.Read)]
internal sealed class SealsIndex : AppPage
{
    public IReadOnlyList<Segment> Segments { get; private set; } = [];
    public IReadOnlyList<Verification> Verifications { get; private set; } = [];
    public Segment? Head => Segments.Count > 0 ? Segments[0] : null;
    public bool MayVerify => Reader.Has(Rights.Verify);

    public async Task<IActionResult> OnGet()
    {
        Segments = await Db.Segments.AsNoTracking().OrderByDescending(x => x.No).Take(50).ToListAsync(Ct);
        Verifications = await Db.Verifications.AsNoTracking().OrderByDescending(x => x.At).Take(10).ToListAsync(Ct);
        return Page();
    }
}
