using Microsoft.AspNetCore.Mvc.Rendering;

namespace Alys.Curriculum;

[Needs(CurriculumRights.Edit)]
internal sealed class NewProgrammeModel : AppPage
{
    [BindProperty] public string? Code { get; set; }
    [BindProperty] public string? NameKk { get; set; }
    [BindProperty] public string? NameRu { get; set; }
    [BindProperty] public string? NameEn { get; set; }
    [BindProperty] public int? Chair { get; set; }
    [BindProperty] public int Credits { get; set; } = 240;
    [BindProperty] public int Years { get; set; } = 4;
    public IReadOnlyList<SelectListItem> Chairs { get; private set; } = [];

    public async Task<IActionResult> OnGet()
    {
        Chairs = await Choices.Chairs(Db, T, Ct);
        return Page();
    }

    public Task<IActionResult> OnPost() => Act(async act =>
    {
        await Programme.Add(act, Code ?? "", new((NameKk ?? "").Trim(), (NameRu ?? "").Trim(), (NameEn ?? "").Trim()), await Choices.ChairId(act, Chair), Credits, Years);
        return Done("/curriculum/subjects", "curriculum.programme.added");
    }, OnGet);
}
