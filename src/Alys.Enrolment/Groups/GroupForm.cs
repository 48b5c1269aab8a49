using Alys.Curriculum;
using Alys.Institution;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Alys.Enrolment;

/// <summary>What the pages that open and change a group have in common.</summary>
internal abstract class GroupForm : AppPage
{
    [BindProperty] public string? Code { get; set; }
    [BindProperty] public int? Centre { get; set; }
    [BindProperty] public int? Programme { get; set; }
    [BindProperty] public string? Language { get; set; }
    [BindProperty] public DateOnly? Started { get; set; }
    public IReadOnlyList<SelectListItem> Centres { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Programmes { get; private set; } = [];
    public IEnumerable<SelectListItem> Languages => TextTable.Languages.Select(l => new SelectListItem(T["platform.language." + l], l));

    protected async Task<IActionResult> Show()
    {
        Centres = [new("—", ""), .. (await Db.Set<UnitRow>().Where(u => u.Kind == UnitKind.StudyCentre).OrderBy(u => u.No).ToListAsync(Ct)).Select(u => new SelectListItem(new LocalText(u.NameKk, u.NameRu, u.NameEn).In(T.Language), Number(u.No)))];
        Programmes = [new("—", ""), .. (await Db.Set<ProgrammeRow>().OrderBy(p => p.Code).ToListAsync(Ct)).Select(p => new SelectListItem($"{p.Code} {new LocalText(p.NameKk, p.NameRu, p.NameEn).In(T.Language)}", Number(p.No)))];
        return Page();
    }

    protected Task<Guid?> CentreId(Act act) => act.Db.Set<UnitRow>().Where(u => u.No == Centre && u.Kind == UnitKind.StudyCentre).Select(u => (Guid?)u.Id).FirstOrDefaultAsync(act.Ct);

    protected Task<Guid?> ProgrammeId(Act act) => act.Db.Set<ProgrammeRow>().Where(p => p.No == Programme).Select(p => (Guid?)p.Id).FirstOrDefaultAsync(act.Ct);

    private static string Number(int no) => no.ToString(CultureInfo.InvariantCulture);
}

[Needs(EnrolmentRights.Edit)]
internal sealed class NewGroupModel : GroupForm
{
    public Task<IActionResult> OnGet() => Show();

    public Task<IActionResult> OnPost() => Act(async act =>
    {
        var group = await Group.Open(act, Code ?? "", await CentreId(act), await ProgrammeId(act), Language ?? "", Started ?? default);
        return Done($"/enrolment/groups/show/{group.No}", "enrolment.group.opened");
    }, Show);
}

[Needs(EnrolmentRights.Edit)]
internal sealed class EditGroupModel : GroupForm
{
    [BindProperty(SupportsGet = true)] public int No { get; set; }

    public async Task<IActionResult> OnGet()
    {
        if (await Db.Groups.AsNoTracking().VisibleTo(Reader, Group.Visibility).FirstOrDefaultAsync(g => g.No == No, Ct) is not { } group) return NotFound();
        (Code, Language, Started) = (group.Code, group.Language, group.Started);
        Centre = await Db.Set<UnitRow>().Where(u => u.Id == group.CentreId).Select(u => (int?)u.No).FirstOrDefaultAsync(Ct);
        Programme = await Db.Set<ProgrammeRow>().Where(p => p.Id == group.ProgrammeId).Select(p => (int?)p.No).FirstOrDefaultAsync(Ct);
        return await Show();
    }

    public Task<IActionResult> OnPost() => Act(async act =>
    {
        if (await act.Db.Groups.VisibleTo(Reader, Group.Visibility).FirstOrDefaultAsync(g => g.No == No, Ct) is not { } group) return NotFound();
        await group.Change(act, Code ?? "", await CentreId(act), await ProgrammeId(act), Language ?? "", Started ?? default);
        return Done($"/enrolment/groups/show/{No}", "enrolment.group.changed");
    }, Show);
}
