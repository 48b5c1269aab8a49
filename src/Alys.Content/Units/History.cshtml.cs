using Alys.Content.Reviews;

namespace Alys.Content.Units;

[Needs(Rights.Write)]
internal sealed class HistoryModel : UnitPage
{
    public IReadOnlyList<UnitVersion> Versions { get; private set; } = [];
    public IReadOnlyList<Publication> Log { get; private set; } = [];
    public IReadOnlyDictionary<Guid, UnderReview> Reviews { get; private set; } = new Dictionary<Guid, UnderReview>();

    public bool MayPublish(UnitVersion version) => Pack.MayPublish(Reader) && (!Pack.NeedsApproval || (Reviews.TryGetValue(version.Id, out var last) && last.Review.Stage == ReviewStage.Approved));
    public bool MayWithdraw => Pack.MayPublish(Reader);
    public Func<Guid?, string> NameOf { get; private set; } = null!;

    public async Task<IActionResult> OnGet()
    {
        if (!await FindUnit()) return NotFound();
        Versions = await Db.UnitVersions.AsNoTracking().Where(v => v.UnitId == Unit.Id).OrderByDescending(v => v.Number).ToListAsync(Ct);
        Log = await Db.Publications.AsNoTracking().Where(p => p.UnitId == Unit.Id).OrderByDescending(p => p.At).ToListAsync(Ct);
        Reviews = (await Db.Reviews.AsNoTracking().Where(r => r.UnitId == Unit.Id).OrderBy(r => r.No).ToListAsync(Ct)).GroupBy(r => r.VersionId).ToDictionary(r => r.Key, r => new UnderReview(r.Last(), Versions.First(v => v.Id == r.Key), Unit, Pack));
        NameOf = await CommentThread.Names(Db, Versions.Select(v => v.ByPersonId).Concat(Log.Select(p => p.ByPersonId)), Ct);
        return Page();
    }

    public int? NumberOf(Guid? version) => Versions.FirstOrDefault(v => v.Id == version)?.Number;
}
