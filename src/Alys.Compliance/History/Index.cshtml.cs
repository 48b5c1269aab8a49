namespace Alys.Compliance;

/// <summary>Changes of verdicts, newest first.</summary>
[Needs(Rights.Read)]
internal sealed class HistoryIndex : AppPage
{
    private const int PageLength = 50;

    [BindProperty(SupportsGet = true, Name = "p")] public int Part { get; set; } = 1;
    public IReadOnlyList<VerdictEntry> Entries { get; private set; } = [];
    public bool HasMore { get; private set; }

    public async Task OnGet()
    {
        Part = Math.Clamp(Part, 1, 100_000);
        var found = await Db.VerdictEntries.AsNoTracking().Where(x => x.Before != null && x.Before != x.Verdict).OrderByDescending(x => x.At).ThenBy(x => x.Rule).Skip((Part - 1) * PageLength).Take(PageLength + 1).ToListAsync(Ct);
        HasMore = found.Count > PageLength;
        Entries = [.. found.Take(PageLength)];
    }
}
