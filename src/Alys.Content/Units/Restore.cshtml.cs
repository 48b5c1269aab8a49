namespace Alys.Content.Units;

/// <summary>Makes an older version the draft again: a new version that says the same. Learners see nothing of it until it is published.</summary>
[Needs(Rights.Write)]
internal sealed class RestoreModel : UnitPage
{
    [BindProperty(SupportsGet = true)] public int V { get; set; }
    [BindProperty] public string? Reason { get; set; }

    public UnitVersion Version { get; private set; } = null!;

    public async Task<IActionResult> OnGet()
    {
        if (!await FindUnit()) return NotFound();
        var version = await Db.UnitVersions.AsNoTracking().FirstOrDefaultAsync(v => v.UnitId == Unit.Id && v.Number == V, Ct);
        if (version is null) return NotFound();
        Version = version;
        return Page();
    }

    public Task<IActionResult> OnPost() => Act(async act =>
    {
        await FoundUnit();
        await Unit.TakeUpAgain(act, Pack, V, Reason?.Trim());
        return Done(At("show"), "content.unit.restored");
    }, OnGet);
}
