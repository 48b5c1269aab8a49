using Alys.Content.Packs;
using Alys.Content.Reviews;

namespace Alys.Content.Units;

/// <summary>The unit as a learner would see it, with what its author should know; the draft unless a version is named.</summary>
[Needs(Rights.Write, Rights.Read)]
internal sealed class ShowModel : UnitPage
{
    [BindProperty(SupportsGet = true)] public int P { get; set; } = 1;
    [BindProperty(SupportsGet = true)] public int? V { get; set; }

    public UnitVersion? Version { get; private set; }
    public UnitText? Text { get; private set; }
    public bool MayWrite { get; private set; }
    public bool MayPublish { get; private set; }
    public bool MaySend { get; private set; }
    public UnitReview Review { get; private set; } = UnitReview.None;

    public async Task<IActionResult> OnGet()
    {
        if (!await FindUnit(Pack.ToReaders)) return NotFound();
        var versions = Db.UnitVersions.AsNoTracking().Where(v => v.UnitId == Unit.Id);
        Version = await (V is { } number ? versions.Where(v => v.Number == number) : versions.Where(v => v.Id == Unit.DraftVersionId)).FirstOrDefaultAsync(Ct);
        if (Version is null && V is not null) return NotFound();
        Text = Version is null ? null : await Service<UnitTexts>().Page(Db, Version.Id, P, Ct);
        if (Version is not null && Text is null) return NotFound();
        if (Text is { HasPlayers: true }) HttpContext.AllowMediaStreams();
        MayWrite = await Db.Packs.VisibleTo(Reader, Pack.ToWriters).AnyAsync(p => p.Id == Pack.Id, Ct);
        MayPublish = MayWrite && Pack.MayPublish(Reader) && !Pack.NeedsApproval;
        MaySend = MayWrite && Pack.NeedsApproval && Unit is { HasUnpublishedVersion: true, ReviewId: null } && Version?.Id == Unit.DraftVersionId;
        if (MayWrite) Review = await UnitReview.Of(Db, Unit, Ct);
        return Page();
    }
}
