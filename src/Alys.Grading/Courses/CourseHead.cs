using Alys.Curriculum;
using Alys.Enrolment;
using Alys.Institution;

namespace Alys.Grading;

/// <summary>What stands at the head of everything about a course: subject, group, period.</summary>
internal sealed record CourseHead(Guid Id, int No, Guid GroupId, string Code, LocalText Subject, string Group, string GroupLanguage, LocalText Period, DateOnly Start)
{
    public Scope Scope => new(ScopeKinds.Course, Id);

    public Scope GroupScope => new(ScopeKinds.Group, GroupId);

    public static Task<CourseHead?> Of(Db db, Reader reader, string right, int no, CancellationToken ct) =>
        Rows(db, db.Set<CourseRow>().VisibleTo(reader, CourseSight.By(right)).Where(c => c.No == no)).FirstOrDefaultAsync(ct);

    public static Task<CourseHead?> Numbered(Db db, int no) => Rows(db, db.Set<CourseRow>().Where(c => c.No == no)).FirstOrDefaultAsync();

    public static Task<CourseHead> Of(Db db, Guid id, CancellationToken ct) =>
        Rows(db, db.Set<CourseRow>().Where(c => c.Id == id)).SingleAsync(ct);

    public static IQueryable<CourseHead> All(Db db, Reader reader, string right, string? wanted) =>
        Rows(db, Found(db, db.Set<CourseRow>().VisibleTo(reader, CourseSight.By(right)), wanted));

    /// <summary>The courses whose subject or group is called like that; all, where nothing was asked.</summary>
    public static IQueryable<CourseRow> Found(Db db, IQueryable<CourseRow> courses, string? wanted)
    {
        if (wanted is null) return courses;
        // Letters are compared as they stand.
        var (capital, capitals) = (char.ToUpperInvariant(wanted[0]) + wanted[1..], wanted.ToUpperInvariant());
        return courses.Where(c => db.Set<GroupRow>().Any(g => g.Id == c.GroupId && (g.Code.Contains(wanted) || g.Code.Contains(capitals)))
            || db.Set<SubjectRow>().Any(s => s.Id == c.SubjectId && (s.Code.Contains(wanted) || s.NameKk.Contains(wanted) || s.NameKk.Contains(capital) || s.NameRu.Contains(wanted) || s.NameRu.Contains(capital) || s.NameEn.Contains(wanted) || s.NameEn.Contains(capital))));
    }

    public static async Task<IReadOnlyList<CourseHead>> Named(Db db, IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        await Rows(db, db.Set<CourseRow>().Where(c => ids.Contains(c.Id))).ToListAsync(ct);

    /// <summary>How its grade sheet is called in lists.</summary>
    public LocalText TitleOfSheet() => new($"{Subject.In("kk")} · {Group}", $"{Subject.In("ru")} · {Group}", $"{Subject.In("en")} · {Group}");

    public static IQueryable<CourseHead> Rows(Db db, IQueryable<CourseRow> courses) =>
        from course in courses
        join subject in db.Set<SubjectRow>() on course.SubjectId equals subject.Id
        join grouped in db.Set<GroupRow>() on course.GroupId equals grouped.Id
        join period in db.Set<PeriodRow>() on course.PeriodId equals period.Id
        orderby course.No
        select new CourseHead(course.Id, course.No, course.GroupId, subject.Code, new LocalText(subject.NameKk, subject.NameRu, subject.NameEn),
            grouped.Code, grouped.Language, new LocalText(period.NameKk, period.NameRu, period.NameEn), period.Start);
}

/// <summary>Heads of courses for the learners' page, in memory until one of the things that they name is changed.</summary>
internal sealed class KnownHeads(Pulses pulses)
{
    private static readonly Visibility<CourseRow> Own = CourseSight.By(Rights.SeeOwn);

    private readonly Remembered<int, CourseHead?> _known = new(pulses, 5000, CourseHead.Numbered, "enrolment.course.opened", "enrolment.group.changed", "curriculum.subject.changed", "institution.period.changed");

    /// <summary>The course of that number if the reader learns in it. At most one statement.</summary>
    public async ValueTask<CourseHead?> Of(Db db, Reader reader, int no) =>
        await _known.Of(db, no) is { } head && Own.Sees(new CourseRow { Id = head.Id, No = head.No, GroupId = head.GroupId }, reader) ? head : null;
}

/// <summary>By which rules a course is seen with a right of this module.</summary>
internal static class CourseSight
{
    public static Visibility<CourseRow> By(string right) => new(
        new Rule<CourseRow>("grading.everywhere", r => r.Everywhere(right) ? c => true : null),
        new Rule<CourseRow>("grading.duty", r => r.ScopesOf(right, ScopeKinds.Course).ToList() is { Count: > 0 } courses ? c => courses.Contains(c.Id) : null),
        new Rule<CourseRow>("grading.own-group", r => r.ScopesOf(right, ScopeKinds.Group).ToList() is { Count: > 0 } groups ? c => groups.Contains(c.GroupId) : null));
}
