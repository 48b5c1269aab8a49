namespace Alys.Curriculum;

[Needs(CurriculumRights.Approve)]
internal sealed class ApproveSyllabusModel : AppPage
{
    [BindProperty(SupportsGet = true)] public int No { get; set; }
    [BindProperty] public string? Note { get; set; }
    public Syllabus Syllabus { get; private set; } = null!;
    public LocalText Subject { get; private set; } = null!;
    public int SubjectNo { get; private set; }
    public IReadOnlyList<SyllabusDifference> Differences { get; private set; } = [];

    public async Task<IActionResult> OnGet()
    {
        if (!Reader.Everywhere(CurriculumRights.Approve)) return NotFound();
        if (await Db.Syllabi.AsNoTracking().Include(s => s.Approval).FirstOrDefaultAsync(s => s.No == No, Ct) is not { } syllabus) return NotFound();
        Syllabus = syllabus;
        var subject = await Db.Subjects.AsNoTracking().SingleAsync(s => s.Id == syllabus.SubjectId, Ct);
        (Subject, SubjectNo) = (subject.Name, subject.No);
        if (syllabus.Kind == SyllabusKind.Working) Differences = await Syllabi.DifferencesFromTypical(Db, syllabus.Id, Ct);
        return Page();
    }

    public Task<IActionResult> OnPost() => Act(async act =>
    {
        if (!Reader.Everywhere(CurriculumRights.Approve)) return NotFound();
        if (await act.Db.Syllabi.Include(s => s.Approval).Include(s => s.Topics).FirstOrDefaultAsync(s => s.No == No, Ct) is not { } syllabus) return NotFound();
        syllabus.Approve(act, await Syllabi.Typical(act.Db, syllabus.SubjectId, Ct), Note ?? "");
        return Done($"/curriculum/syllabi/show/{No}", "curriculum.approved");
    }, OnGet);
}
