using Microsoft.AspNetCore.Mvc.Rendering;

namespace Alys.Content.Packs;

[Needs(Rights.Write)]
internal sealed class EditModel : PackPage
{
    [BindProperty] public string? TitleKk { get; set; }
    [BindProperty] public string? TitleRu { get; set; }
    [BindProperty] public string? TitleEn { get; set; }
    [BindProperty] public Guid? SyllabusId { get; set; }
    [BindProperty] public FinalForm FinalForm { get; set; }

    public List<SelectListItem> Syllabi { get; private set; } = [];
    public IEnumerable<SelectListItem> FinalForms => PackChoices.FinalForms(T);

    public async Task<IActionResult> OnGet()
    {
        if (!await FindPack()) return NotFound();
        (TitleKk, TitleRu, TitleEn, SyllabusId, FinalForm) = (Pack.Title.Kk, Pack.Title.Ru, Pack.Title.En, Pack.SyllabusId, Pack.FinalForm);
        return await Show();
    }

    private async Task<IActionResult> Show()
    {
        if (!await FindPack()) return NotFound();
        Syllabi = await PackChoices.Syllabi(Db, T, Pack.SubjectId, Ct);
        return Page();
    }

    public Task<IActionResult> OnPost() => Act(async act =>
    {
        var pack = await FoundPack();
        var syllabi = await PackChoices.Syllabi(act.Db, T, pack.SubjectId, Ct);
        if (SyllabusId is { } chosen && syllabi.TrueForAll(s => s.Value != chosen.ToString())) throw new Refusal("content.refusal.syllabus") { Field = nameof(SyllabusId) };
        if (string.IsNullOrWhiteSpace(TitleKk + TitleRu + TitleEn)) throw new Refusal("content.refusal.no-title") { Field = nameof(TitleKk) };
        var before = new { pack.Title, pack.SyllabusId, pack.FinalForm };
        (pack.Title, pack.SyllabusId, pack.FinalForm) = (new LocalText(TitleKk?.Trim() ?? "", TitleRu?.Trim() ?? "", TitleEn?.Trim() ?? ""), SyllabusId, FinalForm);
        act.Wrote("content.pack.changed", pack, pack.Scope, before: before, after: new { pack.Title, pack.SyllabusId, pack.FinalForm });
        return Done($"/content/packs/show/{pack.No}", "content.packs.saved");
    }, Show);
}
