using Alys.Assessment;
using Alys.Communication;
using Alys.Curriculum;
using Alys.Enrolment;
using Alys.Institution;

namespace Alys.Learning.Day;

/// <summary>A course of a member of staff with what waits in it, in one statement for all; of an overseer's thousands the first hundred.</summary>
internal sealed class StaffCourse
{
    private const int Most = 100;

    public int No { get; init; }
    public required string SubjectKk { get; init; }
    public required string SubjectRu { get; init; }
    public required string SubjectEn { get; init; }
    public required string Group { get; init; }
    public int Learners { get; init; }
    public int Works { get; init; }
    public int Questions { get; init; }
    public int Attempts { get; init; }
    public LocalText Subject => new(SubjectKk, SubjectRu, SubjectEn);

    public static async Task<List<StaffCourse>> Of(Db db, Reader reader, DateTime now, CancellationToken ct)
    {
        var today = DateOnly.FromDateTime(Texts.Local(now));
        var everywhere = reader.Everywhere(Rights.Follow);
        // What waits is counted for those alone that are shown.
        var own = reader.ScopesOf(Rights.Follow, ScopeKinds.Course);
        var mine = everywhere ? First(db, today) : db.Set<CourseRow>().Where(c => own.Contains(c.Id)).Select(c => c.Id);
        return await (from c in db.Set<CourseRow>()
                where mine.Contains(c.Id)
                join s in db.Set<SubjectRow>() on c.SubjectId equals s.Id
                join g in db.Set<GroupRow>() on c.GroupId equals g.Id
                join p in db.Set<PeriodRow>() on c.PeriodId equals p.Id
                where p.End >= today
                orderby p.Start, g.Code, c.No
                select new StaffCourse
                {
                    No = c.No, SubjectKk = s.NameKk, SubjectRu = s.NameRu, SubjectEn = s.NameEn, Group = g.Code,
                    Learners = db.Set<GroupMemberRow>().Count(m => m.GroupId == c.GroupId && m.From <= today && (m.To == null || m.To >= today)),
                    Works = db.Set<SubmissionRow>().Count(x => x.CourseId == c.Id && x.State == SubmissionState.HandedIn),
                    Questions = db.Set<QuestionRow>().Count(q => q.CourseId == c.Id && q.WaitingSince != null),
                    Attempts = db.Set<AttemptRow>().Count(a => a.CourseId == c.Id && a.State != AttemptState.Running && !a.IsMarked),
                }).Take(Most).AsNoTracking().ToListAsync(ct);
    }

    private static IQueryable<Guid> First(Db db, DateOnly today) =>
        (from c in db.Set<CourseRow>()
         join g in db.Set<GroupRow>() on c.GroupId equals g.Id
         join p in db.Set<PeriodRow>() on c.PeriodId equals p.Id
         where p.End >= today
         orderby p.Start, g.Code, c.No
         select c.Id).Take(Most);
}
