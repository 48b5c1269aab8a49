using Microsoft.AspNetCore.Mvc.Rendering;

namespace Alys.Institution;

/// <summary>What the pages that open and change a period have in common.</summary>
internal abstract class PeriodForm : AppPage
{
    [BindProperty] public string? Code { get; set; }
    [BindProperty] public PeriodKind Kind { get; set; }
    [BindProperty] public int? Year { get; set; }
    [BindProperty] public string? NameKk { get; set; }
    [BindProperty] public string? NameRu { get; set; }
    [BindProperty] public string? NameEn { get; set; }
    [BindProperty] public DateOnly? Start { get; set; }
    [BindProperty] public DateOnly? End { get; set; }
    public IReadOnlyList<SelectListItem> Years { get; private set; } = [];
    public IEnumerable<SelectListItem> Kinds => Enum.GetValues<PeriodKind>().Select(k => new SelectListItem(T["enum.PeriodKind." + k], k.ToString()));

    protected async Task<IActionResult> Show()
    {
        var years = await Db.Periods.AsNoTracking().Where(p => p.Kind == PeriodKind.Year).OrderBy(p => p.Start).ToListAsync(Ct);
        Years = [new("—", ""), .. years.Select(y => new SelectListItem(y.Name.In(T.Language), y.No.ToString(CultureInfo.InvariantCulture)))];
        return Page();
    }

    protected async Task<Guid?> YearId(Act act)
    {
        if (Year is not { } no) return null;
        return await act.Db.Periods.Where(p => p.No == no).Select(p => (Guid?)p.Id).FirstOrDefaultAsync(act.Ct) ?? throw new Refusal("institution.refusal.no-year") { Field = "Year" };
    }

    protected (DateOnly Start, DateOnly End) Days() => (
        Start ?? throw new Refusal("platform.refusal.value-missing") { Field = "Start" },
        End ?? throw new Refusal("platform.refusal.value-missing") { Field = "End" });
}

[Needs(InstitutionRights.Edit)]
internal sealed class NewPeriodModel : PeriodForm
{
    public Task<IActionResult> OnGet()
    {
        Kind = PeriodKind.Semester;
        return Show();
    }

    public Task<IActionResult> OnPost() => Act(async act =>
    {
        var (start, end) = Days();
        await Period.Open(act, Code ?? "", Kind, await YearId(act), Names.Of(NameKk, NameRu, NameEn), start, end);
        return Done("/institution", "institution.period.opened");
    }, Show);
}

[Needs(InstitutionRights.Edit)]
internal sealed class EditPeriodModel : PeriodForm
{
    [BindProperty(SupportsGet = true)] public int No { get; set; }

    public async Task<IActionResult> OnGet()
    {
        if (await Db.Periods.AsNoTracking().FirstOrDefaultAsync(p => p.No == No, Ct) is not { } period) return NotFound();
        (Code, Kind, NameKk, NameRu, NameEn) = (period.Code, period.Kind, period.Name.Kk, period.Name.Ru, period.Name.En);
        (Start, End) = (period.Start, period.End);
        Year = await Db.Periods.Where(p => p.Id == period.ParentId).Select(p => (int?)p.No).FirstOrDefaultAsync(Ct);
        return await Show();
    }

    public Task<IActionResult> OnPost() => Act(async act =>
    {
        if (await act.Db.Periods.FirstOrDefaultAsync(p => p.No == No, Ct) is not { } period) return NotFound();
        var (start, end) = Days();
        await period.Change(act, Code ?? "", Kind, await YearId(act), Names.Of(NameKk, NameRu, NameEn), start, end);
        return Done("/institution", "institution.period.changed");
    }, Show);
}
