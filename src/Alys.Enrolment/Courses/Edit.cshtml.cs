using Alys.Curriculum;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Alys.Enrolment;

/// <summary>Which version of the working syllabus the course follows.</summary>
[Needs(EnrolmentRights.Edit)]
internal sealed class EditCourseModel : AppPage
{
    [BindProperty(SupportsGet = true)] public int No { get; set; }
    [BindProperty] public int? Syllabus { get; set; }
    public LocalText Subject { get; private set; } = null!;
    public string Group { get; private set; } = "";
    public IReadOnlyList<SelectListItem> Syllabi { get; private set; } = [];

    public async Task<IActionResult> OnGet()
    {
        if (await Db.Courses.AsNoTracking().VisibleTo(Reader, Course.Visibility).FirstOrDefaultAsync(c => c.No == No, Ct) is not { } course) return NotFound();
        var subject = await Db.Set<SubjectRow>().SingleAsync(s => s.Id == course.SubjectId, Ct);
        Subject = new(subject.NameKk, subject.NameRu, subject.NameEn);
        Group = await Db.Groups.Where(g => g.Id == course.GroupId).Select(g => g.Code).SingleAsync(Ct);
        var syllabi = await Db.Set<SyllabusRow>().Where(s => s.SubjectId == course.SubjectId && s.Kind == SyllabusKind.Working).OrderByDescending(s => s.Version).ToListAsync(Ct);
        if (HttpMethods.IsGet(Request.Method)) Syllabus = syllabi.Find(s => s.Id == course.SyllabusId)?.No;
        Syllabi = [new(T["enrolment.syllabus-none"], ""), .. syllabi.Select(s => new SelectListItem(T[s.ApprovedAt is null ? "enrolment.syllabus-draft" : "enrolment.syllabus-version", s.Version], s.No.ToString(CultureInfo.InvariantCulture)))];
        return Page();
    }

    public Task<IActionResult> OnPost() => Act(async act =>
    {
        if (await act.Db.Courses.VisibleTo(Reader, Course.Visibility).FirstOrDefaultAsync(c => c.No == No, Ct) is not { } course) return NotFound();
        Guid? chosen = Syllabus is { } no ? await act.Db.Set<SyllabusRow>().Where(s => s.No == no).Select(s => (Guid?)s.Id).FirstOrDefaultAsync(Ct) ?? Guid.Empty : null;
        await course.Follow(act, chosen);
        return Done("/enrolment/courses", "enrolment.course.changed");
    }, OnGet);
}
