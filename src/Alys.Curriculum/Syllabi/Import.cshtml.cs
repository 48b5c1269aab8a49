using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Alys.Curriculum;

/// <summary>Takes the table; nothing is written before the report has been seen.</summary>
[Needs(CurriculumRights.Edit)]
internal sealed class ImportSyllabusModel(Files files) : AppPage
{
    public const int MaxBytes = 1 << 20;

    [BindProperty(SupportsGet = true)] public int? Subject { get; set; }
    [BindProperty] public IFormFile? Table { get; set; }
    public IReadOnlyList<SelectListItem> Subjects { get; private set; } = [];

    public async Task<IActionResult> OnGet()
    {
        Subjects = [new(T["curriculum.import.by-code"], ""), .. (await Db.Subjects.AsNoTracking().OrderBy(s => s.Code).ToListAsync(Ct)).Select(s => new SelectListItem($"{s.Code} {s.Name.In(T.Language)}", s.No.ToString(CultureInfo.InvariantCulture)))];
        return Page();
    }

    public Task<IActionResult> OnPost() => Act(async _ =>
    {
        if (Table is not { Length: > 0 }) throw new Refusal("curriculum.refusal.no-file") { Field = "Table" };
        await using var content = Table.OpenReadStream();
        var stored = await files.Put(content, MaxBytes, Ct);
        return Done($"/curriculum/syllabi/review?file={stored.Hash}{(Subject is { } no ? $"&subject={no}" : "")}");
    }, OnGet);
}
