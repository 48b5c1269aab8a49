using Alys.Access;
using Alys.Curriculum;
using Alys.Enrolment;

namespace Alys.Staffing;

[Needs(StaffingRights.See)]
internal sealed class AssignmentsModel : ListPage
{
    public sealed record Held(int No, Duty Duty, string Name, DateOnly From, DateOnly? To);
    public sealed record Line(Guid Id, int No, LocalText Subject, string Group);

    public IReadOnlyList<Line> Courses { get; private set; } = [];
    public ILookup<Guid, Held> Duties { get; private set; } = Array.Empty<Held>().ToLookup(_ => Guid.Empty);
    /// <summary>Rule: learners now without a tutor, by course.</summary>
    public IReadOnlyDictionary<Guid, int> WithoutTutor { get; private set; } = new Dictionary<Guid, int>();
    public bool MayAssign => Reader.Everywhere(StaffingRights.Assign);

    public async Task OnGet()
    {
        var today = DateOnly.FromDateTime(Texts.Local(Now));
        var (all, wanted) = (Wanted is null, Wanted ?? "");
        Courses = await PartOf(from c in Db.Set<CourseRow>()
                               join s in Db.Set<SubjectRow>() on c.SubjectId equals s.Id
                               join g in Db.Set<GroupRow>() on c.GroupId equals g.Id
                               where all || g.Code.Contains(wanted) || g.Code.Contains(Capitals) || s.NameKk.Contains(wanted) || s.NameKk.Contains(Capital) || s.NameRu.Contains(wanted) || s.NameRu.Contains(Capital) || s.NameEn.Contains(wanted) || s.NameEn.Contains(Capital)
                               orderby c.No
                               select new Line(c.Id, c.No, new LocalText(s.NameKk, s.NameRu, s.NameEn), g.Code));
        var shown = Courses.Select(c => c.Id).ToArray();
        Duties = (await (from a in Db.Assignments
                         join p in Db.Set<PersonRow>() on a.PersonId equals p.Id
                         where shown.Contains(a.CourseId) && (a.To == null || a.To >= today)
                         orderby a.Duty, p.Name
                         select new { a.CourseId, Held = new Held(a.No, a.Duty, p.Name, a.From, a.To) }).ToListAsync(Ct)).ToLookup(a => a.CourseId, a => a.Held);
        WithoutTutor = await Coverage.WithoutTutor(Db, today).Where(l => shown.Contains(l.CourseId)).GroupBy(l => l.CourseId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, Ct);
    }
}
