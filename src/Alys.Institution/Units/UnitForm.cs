using Microsoft.AspNetCore.Mvc.Rendering;

namespace Alys.Institution;

/// <summary>What the pages that open and change a unit have in common.</summary>
internal abstract class UnitForm : AppPage
{
    [BindProperty] public string? Code { get; set; }
    [BindProperty] public UnitKind Kind { get; set; }
    [BindProperty] public int? Parent { get; set; }
    [BindProperty] public string? NameKk { get; set; }
    [BindProperty] public string? NameRu { get; set; }
    [BindProperty] public string? NameEn { get; set; }
    public IReadOnlyList<SelectListItem> Parents { get; private set; } = [];
    public IEnumerable<SelectListItem> Kinds => Enum.GetValues<UnitKind>().Select(k => new SelectListItem(T["enum.UnitKind." + k], k.ToString()));

    protected async Task<IActionResult> Show()
    {
        var units = await Db.Units.AsNoTracking().OrderBy(u => u.No).ToListAsync(Ct);
        Parents = [new("—", ""), .. units.Select(u => new SelectListItem(u.Name.In(T.Language), u.No.ToString(CultureInfo.InvariantCulture)))];
        return Page();
    }

    protected async Task<Guid?> ParentId(Act act)
    {
        if (Parent is not { } no) return null;
        return await act.Db.Units.Where(u => u.No == no).Select(u => (Guid?)u.Id).FirstOrDefaultAsync(act.Ct) ?? throw new Refusal("institution.refusal.no-parent") { Field = "Parent" };
    }
}

[Needs(InstitutionRights.Edit)]
internal sealed class NewUnitModel : UnitForm
{
    public Task<IActionResult> OnGet()
    {
        Kind = UnitKind.Chair;
        return Show();
    }

    public Task<IActionResult> OnPost() => Act(async act =>
    {
        await Unit.Open(act, Code ?? "", Kind, await ParentId(act), Names.Of(NameKk, NameRu, NameEn));
        return Done("/institution", "institution.unit.opened");
    }, Show);
}

[Needs(InstitutionRights.Edit)]
internal sealed class EditUnitModel : UnitForm
{
    [BindProperty(SupportsGet = true)] public int No { get; set; }

    public async Task<IActionResult> OnGet()
    {
        if (await Db.Units.AsNoTracking().FirstOrDefaultAsync(u => u.No == No, Ct) is not { } unit) return NotFound();
        (Code, Kind, NameKk, NameRu, NameEn) = (unit.Code, unit.Kind, unit.Name.Kk, unit.Name.Ru, unit.Name.En);
        Parent = await Db.Units.Where(u => u.Id == unit.ParentId).Select(u => (int?)u.No).FirstOrDefaultAsync(Ct);
        return await Show();
    }

    public Task<IActionResult> OnPost() => Act(async act =>
    {
        if (await act.Db.Units.FirstOrDefaultAsync(u => u.No == No, Ct) is not { } unit) return NotFound();
        await unit.Change(act, Code ?? "", Kind, await ParentId(act), Names.Of(NameKk, NameRu, NameEn));
        return Done("/institution", "institution.unit.changed");
    }, Show);
}
