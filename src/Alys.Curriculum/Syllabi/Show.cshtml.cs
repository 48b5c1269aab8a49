using Alys.Access;

namespace Alys.Curriculum;

[Needs(CurriculumRights.See)]
internal sealed class SyllabusModel : AppPage
{
    [BindProperty(SupportsGet = true)] public int No { get; set; }
    public Syllabus Syllabus { get; private set; } = null!;
    public Subject Subject { get; private set; } = null!;
    public string? ApprovedBy { get; private set; }
    public bool MayApprove => Syllabus.Approval is null && Reader.Everywhere(CurriculumRights.Approve);

    public async Task<IActionResult> OnGet()
    {
        if (await Syllabi.Whole(Db, No, Ct) is not { } syllabus) return NotFound();
        if (await Db.Subjects.AsNoTracking().VisibleTo(Reader, Subject.Visibility).FirstOrDefaultAsync(s => s.Id == syllabus.SubjectId, Ct) is not { } subject) return NotFound();
        (Syllabus, Subject) = (syllabus, subject);
        if (syllabus.Approval?.ByPersonId is { } by) ApprovedBy = await Db.Set<PersonRow>().Where(p => p.Id == by).Select(p => p.Name).FirstOrDefaultAsync(Ct);
        return Page();
    }
}
