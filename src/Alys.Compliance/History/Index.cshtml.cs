namespace Alys.Compliance;

/// <summary>Changes of verdicts, newest first.</summary>
[Needs(Rights.Read)]
internal sealed class HistoryIndex : ListPage
{
    public IReadOnlyList<VerdictEntry> Entries { get; private set; } = [];

    public async Task OnGet() =>
        Entries = await PartOf(Db.VerdictEntries.AsNoTracking().Where(x => x.Before != null && x.Before != x.Verdict).OrderByDescending(x => x.At).ThenBy(x => x.Rule));
}
