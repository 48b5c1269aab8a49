using Alys.Curriculum;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Alys.Staffing;

[Needs(StaffingRights.Assign)]
internal sealed class NewAuthorModel(Duties duties) : AppPage
{
    [BindProperty] public int? Subject { get; set; }
    [BindProperty] public string? Person { get; set; }
    [BindProperty] public DateOnly? From { get; set; }
    [BindProperty] public DateOnly? To { get; set; }
    public IReadOnlyList<SelectListItem> Subjects { get; private set; } = [];

    public async Task<IActionResult> OnGet()
    {
        Subjects = [.. (await Db.Set<SubjectRow>().OrderBy(s => s.Code).ToListAsync(Ct)).Select(s => new SelectListItem($"{s.Code} {new LocalText(s.NameKk, s.NameRu, s.NameEn).In(T.Language)}", s.No.ToString(CultureInfo.InvariantCulture)))];
        From ??= DateOnly.FromDateTime(Texts.Local(Now));
        return Page();
    }

    public Task<IActionResult> OnPost() => Act(async act =>
    {
        var subject = await act.Db.Set<SubjectRow>().FirstOrDefaultAsync(s => s.No == Subject, Ct) ?? throw new Refusal("staffing.refusal.no-subject") { Field = "Subject" };
        await duties.LetWrite(act, subject.Id, await NewAssignmentModel.PersonOf(act, Person), From ?? default, To);
        return Done("/staffing/authors", "staffing.author.named");
    }, OnGet);
}
