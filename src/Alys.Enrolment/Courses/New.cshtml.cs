using Alys.Curriculum;
using Alys.Institution;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Alys.Enrolment;

[Needs(EnrolmentRights.Edit)]
internal sealed class NewCourseModel : AppPage
{
    [BindProperty] public int? Subject { get; set; }
    /// <summary>Code of the group.</summary>
    [BindProperty(SupportsGet = true)] public string? Group { get; set; }
    [BindProperty] public int? Period { get; set; }
    public IReadOnlyList<SelectListItem> Subjects { get; private set; } = [];
    public bool HasGroups { get; private set; }
    public IReadOnlyList<SelectListItem> Periods { get; private set; } = [];

    public async Task<IActionResult> OnGet()
    {
        Subjects = [.. (await Db.Set<SubjectRow>().OrderBy(s => s.Code).ToListAsync(Ct)).Select(s => Item($"{s.Code} {new LocalText(s.NameKk, s.NameRu, s.NameEn).In(T.Language)}", s.No))];
        HasGroups = await Db.Groups.VisibleTo(Reader, Alys.Enrolment.Group.Visibility).AnyAsync(Ct);
        Periods = [.. (await Db.Set<PeriodRow>().Where(p => p.Kind != PeriodKind.Year).OrderByDescending(p => p.Start).ToListAsync(Ct)).Select(p => Item(new LocalText(p.NameKk, p.NameRu, p.NameEn).In(T.Language), p.No))];
        return Page();
    }

    /// <summary>The course follows the latest approved working syllabus of the subject, if there is one.</summary>
    public Task<IActionResult> OnPost() => Act(async act =>
    {
        var subject = await act.Db.Set<SubjectRow>().FirstOrDefaultAsync(s => s.No == Subject, Ct) ?? throw new Refusal("enrolment.refusal.no-subject") { Field = "Subject" };
        var code = (Group ?? "").Trim();
        var group = await act.Db.Groups.VisibleTo(Reader, Alys.Enrolment.Group.Visibility).FirstOrDefaultAsync(g => g.Code == code, Ct) ?? throw new Refusal("enrolment.refusal.no-group") { Field = "Group" };
        var period = await act.Db.Set<PeriodRow>().FirstOrDefaultAsync(p => p.No == Period && p.Kind != PeriodKind.Year, Ct) ?? throw new Refusal("enrolment.refusal.no-period") { Field = "Period" };
        var syllabus = await act.Db.Set<SyllabusRow>().Where(s => s.SubjectId == subject.Id && s.Kind == SyllabusKind.Working && s.ApprovedAt != null).OrderByDescending(s => s.Version).Select(s => (Guid?)s.Id).FirstOrDefaultAsync(Ct);
        await Course.Open(act, subject.Id, group.Id, period.Id, syllabus);
        return Done("/enrolment/courses", "enrolment.course.opened");
    }, OnGet);

    private static SelectListItem Item(string text, int no) => new(text, no.ToString(CultureInfo.InvariantCulture));
}
