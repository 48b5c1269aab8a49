using Alys.Curriculum;
using Alys.Enrolment;

namespace Alys.Communication.Courses;

/// <summary>A course as the pages of this module name it.</summary>
internal sealed class CourseView
{
    public Guid Id { get; init; }
    public int No { get; init; }
    public Guid GroupId { get; init; }
    public Guid SubjectId { get; init; }
    public required string Group { get; init; }
    public required LocalText Subject { get; init; }

    public Scope Scope => new(ScopeKinds.Course, Id);

    public bool Lets(Reader reader, string right) => reader.May(right, Scope, new(ScopeKinds.Group, GroupId));

    /// <summary>Whose courses a reader talks in: her group's, those she teaches or tutors, or all of them for an overseer.</summary>
    public static readonly Visibility<CourseRow> Visibility = new(
        new("communication.course.learner", r => r.ScopesOf(Rights.TakePart, ScopeKinds.Group).ToList() is { Count: > 0 } groups ? c => groups.Contains(c.GroupId) : null),
        new("communication.course.staff", r => r.ScopesOf(Rights.TakePart, ScopeKinds.Course).ToList() is { Count: > 0 } courses ? c => courses.Contains(c.Id) : null),
        new("communication.course.overseer", r => r.Everywhere(Rights.Oversee) ? c => true : null));
}

/// <summary>Courses by their number, in memory until one of the things that they are named by is changed.</summary>
internal sealed class KnownCourses(Pulses pulses)
{
    private static readonly Func<Db, int, Task<CourseView?>> Query = EF.CompileAsyncQuery((Db db, int no) =>
        (from c in db.Set<CourseRow>()
         where c.No == no
         join s in db.Set<SubjectRow>() on c.SubjectId equals s.Id
         join g in db.Set<GroupRow>() on c.GroupId equals g.Id
         select new CourseView { Id = c.Id, No = c.No, GroupId = c.GroupId, SubjectId = c.SubjectId, Group = g.Code, Subject = new LocalText(s.NameKk, s.NameRu, s.NameEn) }).FirstOrDefault());

    private readonly Remembered<int, CourseView?> _known = new(pulses, 5000, (db, no) => Query(db, no), "enrolment.course.opened", "enrolment.group.changed", "curriculum.subject.changed");

    /// <summary>The course of that number if the reader may see it. At most one statement.</summary>
    public async ValueTask<CourseView?> Find(Db db, int no, Reader reader) =>
        await _known.Of(db, no) is { } course && CourseView.Visibility.Sees(new CourseRow { Id = course.Id, No = course.No, GroupId = course.GroupId, SubjectId = course.SubjectId }, reader) ? course : null;
}

internal static class CourseViews
{
    extension(Db db)
    {
        public IQueryable<CourseView> CoursesFor(Reader reader) =>
            from c in db.Set<CourseRow>().VisibleTo(reader, CourseView.Visibility)
            join s in db.Set<SubjectRow>() on c.SubjectId equals s.Id
            join g in db.Set<GroupRow>() on c.GroupId equals g.Id
            select new CourseView { Id = c.Id, No = c.No, GroupId = c.GroupId, SubjectId = c.SubjectId, Group = g.Code, Subject = new LocalText(s.NameKk, s.NameRu, s.NameEn) };
    }
}
