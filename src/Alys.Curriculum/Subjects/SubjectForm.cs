using Alys.Institution;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Alys.Curriculum;

/// <summary>What the pages that add and change a subject have in common.</summary>
internal abstract class SubjectForm : AppPage
{
    [BindProperty] public string? Code { get; set; }
    [BindProperty] public string? NameKk { get; set; }
    [BindProperty] public string? NameRu { get; set; }
    [BindProperty] public string? NameEn { get; set; }
    [BindProperty] public int? Chair { get; set; }
    [BindProperty] public int? Programme { get; set; }
    [BindProperty] public int Credits { get; set; }
    public IReadOnlyList<SelectListItem> Chairs { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Programmes { get; private set; } = [];
    protected LocalText Names => new((NameKk ?? "").Trim(), (NameRu ?? "").Trim(), (NameEn ?? "").Trim());

    protected async Task<IActionResult> Show()
    {
        Chairs = await Choices.Chairs(Db, T, Ct);
        Programmes = [new("—", ""), .. (await Db.Programmes.AsNoTracking().OrderBy(p => p.Code).ToListAsync(Ct)).Select(p => new SelectListItem($"{p.Code} {p.Name.In(T.Language)}", p.No.ToString(CultureInfo.InvariantCulture)))];
        return Page();
    }

    protected Task<Guid?> ChairId(Act act) => Choices.ChairId(act, Chair);

    protected Task<Guid?> ProgrammeId(Act act) => act.Db.Programmes.Where(p => p.No == Programme).Select(p => (Guid?)p.Id).FirstOrDefaultAsync(act.Ct);
}

/// <summary>Lists to choose from.</summary>
internal static class Choices
{
    public static async Task<IReadOnlyList<SelectListItem>> Chairs(Db db, Texts texts, CancellationToken ct) =>
        [new("—", ""), .. (await db.Set<UnitRow>().Where(u => u.Kind == UnitKind.Chair).OrderBy(u => u.No).ToListAsync(ct)).Select(u => new SelectListItem(new LocalText(u.NameKk, u.NameRu, u.NameEn).In(texts.Language), u.No.ToString(CultureInfo.InvariantCulture)))];

    public static Task<Guid?> ChairId(Act act, int? no) => act.Db.Set<UnitRow>().Where(u => u.No == no && u.Kind == UnitKind.Chair).Select(u => (Guid?)u.Id).FirstOrDefaultAsync(act.Ct);
}

[Needs(CurriculumRights.Edit)]
internal sealed class NewSubjectModel : SubjectForm
{
    public Task<IActionResult> OnGet() => Show();

    public Task<IActionResult> OnPost() => Act(async act =>
    {
        var subject = await Subject.Add(act, Code ?? "", Names, await ChairId(act), await ProgrammeId(act), Credits);
        return Done($"/curriculum/subjects/show/{subject.No}", "curriculum.subject.added");
    }, Show);
}

[Needs(CurriculumRights.Edit)]
internal sealed class EditSubjectModel : SubjectForm
{
    [BindProperty(SupportsGet = true)] public int No { get; set; }

    public async Task<IActionResult> OnGet()
    {
        if (await Db.Subjects.AsNoTracking().FirstOrDefaultAsync(s => s.No == No, Ct) is not { } subject) return NotFound();
        (Code, NameKk, NameRu, NameEn, Credits) = (subject.Code, subject.Name.Kk, subject.Name.Ru, subject.Name.En, subject.Credits);
        Chair = await Db.Set<UnitRow>().Where(u => u.Id == subject.ChairId).Select(u => (int?)u.No).FirstOrDefaultAsync(Ct);
        Programme = await Db.Programmes.Where(p => p.Id == subject.ProgrammeId).Select(p => (int?)p.No).FirstOrDefaultAsync(Ct);
        return await Show();
    }

    public Task<IActionResult> OnPost() => Act(async act =>
    {
        if (await act.Db.Subjects.FirstOrDefaultAsync(s => s.No == No, Ct) is not { } subject) return NotFound();
        await subject.Change(act, Code ?? "", Names, await ChairId(act), await ProgrammeId(act), Credits);
        return Done($"/curriculum/subjects/show/{No}", "curriculum.subject.changed");
    }, Show);
}
