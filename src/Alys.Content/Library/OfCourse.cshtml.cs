using Alys.Curriculum;
using Alys.Enrolment;

namespace Alys.Content.Library;

/// <summary>What the library has for a subject that is studied: the main sources first, each with its weight on a thin line.</summary>
[Needs(Rights.Read)]
internal sealed class OfCourseModel : AppPage
{
    [BindProperty(SupportsGet = true, Name = "s")] public int S { get; set; }
    public LocalText Subject { get; private set; } = new("");
    public IReadOnlyList<Resource> Lines { get; private set; } = [];
    public DateOnly Today => DateOnly.FromDateTime(Texts.Local(Now));

    public async Task<IActionResult> OnGet()
    {
        var found = await (from c in Db.Set<CourseRow>()
                           where c.No == S
                           join s in Db.Set<SubjectRow>() on c.SubjectId equals s.Id
                           select new { c.Id, c.GroupId, c.SubjectId, Subject = new LocalText(s.NameKk, s.NameRu, s.NameEn) }).FirstOrDefaultAsync(Ct);
        if (found is null || !Reader.May(Rights.Read, new Scope(ScopeKinds.Course, found.Id), new Scope(ScopeKinds.Group, found.GroupId))) return NotFound();
        Subject = found.Subject;
        var resources = await Db.Resources.AsNoTracking().Where(r => r.Withdrawal == null && r.Uses.Any(u => u.SubjectId == found.SubjectId))
            .Include(r => r.Uses.Where(u => u.SubjectId == found.SubjectId)).OrderBy(r => r.Title).Take(200).ToListAsync(Ct);
        Lines = [.. resources.OrderBy(r => r.Uses.Min(u => u.Kind)).ThenByDescending(r => r.IsElectronicOn(Today))];
        return Page();
    }
}
