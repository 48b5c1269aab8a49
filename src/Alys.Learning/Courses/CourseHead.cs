using Alys.Content;
using Alys.Curriculum;
using Alys.Enrolment;
using Alys.Institution;
using Alys.Learning.Openings;

namespace Alys.Learning.Courses;

/// <summary>What every page within a course needs to know of it.</summary>
internal sealed class CourseHead
{
    public Guid Id { get; init; }
    public int No { get; init; }
    public Guid GroupId { get; init; }
    public Guid SubjectId { get; init; }
    public required string Group { get; init; }
    public required string SubjectKk { get; init; }
    public required string SubjectRu { get; init; }
    public required string SubjectEn { get; init; }
    public DateOnly Start { get; init; }
    public DateOnly End { get; init; }
    /// <summary>The pack that is studied now; null while the course is not open.</summary>
    public Guid? PackId { get; init; }
    public Guid? SyllabusId { get; init; }

    public LocalText Subject => new(SubjectKk, SubjectRu, SubjectEn);
    public Scope Scope => new(ScopeKinds.Course, Id);
    public bool IsOpen => PackId is not null;

    /// <summary>The reader learns here: her group's course, and it is open.</summary>
    public bool IsStudiedBy(Reader reader) => IsOpen && reader.Grants.Any(g => g.Scope.Kind == ScopeKinds.Group && g.Scope.Id == GroupId && g.Rights.Contains(Rights.Study));

    /// <summary>The reader teaches here or oversees.</summary>
    public bool IsFollowedBy(Reader reader) => reader.May(Rights.Follow, Scope);

    public bool IsVisibleTo(Reader reader) => IsStudiedBy(reader) || IsFollowedBy(reader);
}

/// <summary>Courses by their number, in memory until one of the things that they are made of is changed.</summary>
internal sealed class CourseQueries(Pulses pulses)
{
    private readonly Remembered<(int No, DateOnly Today), CourseHead?> _known = new(pulses, 5000, (db, key) => Head(db, key.No, key.Today),
        LearningFacts.Opened, "enrolment.course.opened", "enrolment.course.syllabus-chosen", "enrolment.group.changed", "curriculum.subject.changed",
        "institution.period.changed", "content.pack.changed");

    private static readonly Func<Db, int, DateOnly, Task<CourseHead?>> Head = EF.CompileAsyncQuery((Db db, int no, DateOnly today) =>
        (from c in db.Set<CourseRow>()
         where c.No == no
         join s in db.Set<SubjectRow>() on c.SubjectId equals s.Id
         join g in db.Set<GroupRow>() on c.GroupId equals g.Id
         join p in db.Set<PeriodRow>() on c.PeriodId equals p.Id
         from o in db.Set<Opening>().Where(o => o.CourseId == c.Id && o.OpensOn <= today && (o.Until == null || o.Until >= today)).OrderByDescending(o => o.No).Take(1).DefaultIfEmpty()
         from k in db.Set<PackRow>().Where(k => k.Id == o!.PackId).DefaultIfEmpty()
         select new CourseHead
         {
             Id = c.Id, No = c.No, GroupId = c.GroupId, SubjectId = c.SubjectId, Group = g.Code, SubjectKk = s.NameKk, SubjectRu = s.NameRu, SubjectEn = s.NameEn,
             Start = p.Start, End = p.End, PackId = o == null ? null : o.PackId, SyllabusId = k!.SyllabusId ?? c.SyllabusId,
         }).AsNoTracking().FirstOrDefault());

    /// <summary>The course of that number if the reader may see it; otherwise it does not exist for her. At most one statement.</summary>
    public async Task<CourseHead?> Find(Db db, int no, Reader reader, DateTime now) =>
        await _known.Of(db, (no, DateOnly.FromDateTime(Texts.Local(now)))) is { } head && head.IsVisibleTo(reader) ? head : null;
}
