namespace Alys.Audit;

/// <summary>The journal, newest first. That it was read, and with which filter, is written into it.</summary>
[Needs(Rights.Read)]
internal sealed class JournalIndex : AppPage
{
    private const int PageLength = 50;

    [BindProperty(SupportsGet = true)] public JournalFilter Filter { get; set; } = new();
    [BindProperty(SupportsGet = true)] public string? Before { get; set; }
    public IReadOnlyList<JournalEntryView> Lines { get; private set; } = [];
    public JournalCursor? Older { get; private set; }

    public async Task<IActionResult> OnGet()
    {
        if (!ModelState.IsValid) return Page();
        var entries = Filter.Of(Db);
        if (JournalCursor.Parse(Before) is { } before) entries = entries.Where(x => x.Line.Xid < before.Xid || x.Line.Xid == before.Xid && x.Line.Seq < before.Seq);
        Lines = await entries.OrderByDescending(x => x.Line.Xid).ThenByDescending(x => x.Line.Seq).Take(PageLength + 1).ToListAsync(Ct);
        if (Lines.Count > PageLength)
        {
            Lines = [.. Lines.Take(PageLength)];
            Older = Lines[^1].Line.Cursor;
        }
        await Service<Acts>().Run(Reader, act =>
        {
            act.Wrote("audit.journal.read", "Journal", Guid.Empty, Scope.Institution, after: new { Filter, Before });
            return Task.CompletedTask;
        }, Ct);
        return Page();
    }
}
