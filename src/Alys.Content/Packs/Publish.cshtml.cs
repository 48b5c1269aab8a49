using Alys.Content.Units;

namespace Alys.Content.Packs;

/// <summary>Puts the newest version of every unit of the pack before the learners, in one act.</summary>
[Needs(Rights.Publish)]
internal sealed class PublishModel : PackPage
{
    public IReadOnlyList<UnitVersion> Waiting { get; private set; } = [];

    public async Task<IActionResult> OnGet()
    {
        if (!await FindPack() || !Pack.MayPublish(Reader)) return NotFound();
        Waiting = await WaitingVersions(Db, Pack, Ct);
        return Page();
    }

    public Task<IActionResult> OnPost() => Act(async act =>
    {
        var pack = await FoundPack();
        if (!pack.MayPublish(Reader)) throw new Refusal("content.refusal.no-pack");
        await PublishAll(act, pack, null, Service<ContentOptions>());
        return Done($"/content/packs/show/{pack.No}", "content.packs.published");
    }, OnGet);

    internal static async Task<int> PublishAll(Act act, Pack pack, string? reason, ContentOptions options)
    {
        var versions = await WaitingVersions(act.Db, pack, act.Ct);
        if (versions.Count == 0) throw new Refusal("content.refusal.nothing-to-publish");
        var units = await act.Db.Units.Where(u => u.PackId == pack.Id).ToDictionaryAsync(u => u.Id, act.Ct);
        foreach (var version in versions)
        {
            await units[version.UnitId].Publish(act, pack, version, reason, options);
        }
        return versions.Count;
    }

    private static Task<List<UnitVersion>> WaitingVersions(Db db, Pack pack, CancellationToken ct) =>
        (from unit in db.Units
         join version in db.UnitVersions on unit.DraftVersionId equals version.Id
         where unit.PackId == pack.Id && (unit.PublishedVersionId == null || unit.DraftVersionId != unit.PublishedVersionId)
         orderby unit.Order, unit.No
         select version).AsNoTracking().ToListAsync(ct);
}
