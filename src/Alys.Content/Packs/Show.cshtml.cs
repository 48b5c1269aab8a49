using Alys.Content.Reviews;
using Alys.Content.Units;
using Alys.Curriculum;

namespace Alys.Content.Packs;

/// <summary>The pack by its slots: what stands there, what the rules say, what to do next.</summary>
[Needs(Rights.Write, Rights.Read)]
internal sealed class ShowModel : PackPage
{
    public LocalText Subject { get; private set; } = new("");
    public PackVerdict Verdict { get; private set; } = null!;
    public ILookup<string, UnitLine> Units { get; private set; } = null!;
    public bool MayWrite { get; private set; }
    public int Waiting { get; private set; }
    public bool MayApprove { get; private set; }

    public async Task<IActionResult> OnGet()
    {
        if (!await FindPack(Pack.ToReaders)) return NotFound();
        Subject = (await Db.Set<SubjectRow>().FirstAsync(s => s.Id == Pack.SubjectId, Ct)).Name();
        Verdict = await Service<Completeness>().Of(Db, Pack.Id, Ct);
        var lines = await (from unit in Db.Units.AsNoTracking()
                           join version in Db.UnitVersions on unit.DraftVersionId equals version.Id into drafts
                           from draft in drafts.DefaultIfEmpty()
                           where unit.PackId == Pack.Id
                           orderby unit.Order, unit.No
                           select new UnitLine(unit, draft == null ? null : draft.Title, draft == null ? null : draft.Kind)).ToListAsync(Ct);
        Units = lines.ToLookup(l => l.Unit.Slot);
        Waiting = lines.Count(l => l.Unit.HasUnpublishedVersion);
        MayWrite = await Db.Packs.VisibleTo(Reader, Pack.ToWriters).AnyAsync(p => p.Id == Pack.Id, Ct);
        MayApprove = (await ReviewReach.Of(Db, Reader, Ct)).MayApprove(Pack);
        return Page();
    }

    public string Badge(SlotState state) => state switch { SlotState.Met => "badge ok", SlotState.NotMet => "badge bad", _ => "badge" };

    internal sealed record UnitLine(Unit Unit, string? Title, UnitKind? Kind);
}
