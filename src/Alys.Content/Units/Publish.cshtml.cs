namespace Alys.Content.Units;

/// <summary>Puts one version before the learners: the newest, or an older one again (which is a publication of its own, with its reason).</summary>
[Needs(Rights.Publish)]
internal sealed class PublishModel : UnitPage
{
    [BindProperty(SupportsGet = true)] public int V { get; set; }
    [BindProperty] public string? Reason { get; set; }

    public UnitVersion Version { get; private set; } = null!;
    public bool IsGoingBack => V < Unit.Versions;

    public async Task<IActionResult> OnGet()
    {
        if (!await FindUnit() || !Pack.MayPublish(Reader)) return NotFound();
        var version = await Db.UnitVersions.AsNoTracking().FirstOrDefaultAsync(v => v.UnitId == Unit.Id && v.Number == V, Ct);
        if (version is null) return NotFound();
        Version = version;
        return Page();
    }

    public Task<IActionResult> OnPost() => Act(async act =>
    {
        await FoundUnit();
        var version = await act.Db.UnitVersions.FirstOrDefaultAsync(v => v.UnitId == Unit.Id && v.Number == V, Ct);
        if (version is null || !Pack.MayPublish(Reader)) throw new Refusal("content.refusal.no-unit");
        if (IsGoingBack && string.IsNullOrWhiteSpace(Reason)) throw new Refusal("content.refusal.no-reason") { Field = nameof(Reason) };
        await Unit.Publish(act, Pack, version, Reason?.Trim(), Service<ContentOptions>());
        return Done(At("show") + $"?v={V}", "content.unit.published");
    }, OnGet);
}
