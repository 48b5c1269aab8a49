using Alys.Curriculum;
using Alys.Institution;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alys.Enrolment;

/// <summary>A subject taught to a group in a period.</summary>
internal sealed class Course : NumberedEntity, IVersionedRow
{
    public required Guid SubjectId { get; init; }
    public required Guid GroupId { get; init; }
    public required Guid PeriodId { get; init; }
    public Guid? SyllabusId { get; set; }
    public int RowVersion { get; set; }

    public Scope Scope => new(ScopeKinds.Course, Id);

    /// <summary>Sets a subject for a group in a period.</summary>
    /// <exception cref="Refusal">The course exists; the syllabus is of another subject, not a working one, or not approved.</exception>
    public static async Task<Course> Open(Act act, Guid subject, Guid group, Guid period, Guid? syllabus)
    {
        if (await act.Db.Courses.AnyAsync(c => c.SubjectId == subject && c.GroupId == group && c.PeriodId == period, act.Ct)) throw new Refusal("enrolment.refusal.course-exists");
        var course = new Course { No = await act.NextNumber("enrolment.course"), SubjectId = subject, GroupId = group, PeriodId = period };
        await course.Choose(act, syllabus);
        act.Db.Add(course);
        act.Wrote("enrolment.course.opened", course, course.Scope, after: new { course.No, subject, group, period, syllabus });
        return course;
    }

    /// <summary>Lets the course follow another version of the working syllabus.</summary>
    /// <exception cref="Refusal">As for opening.</exception>
    public async Task Follow(Act act, Guid? syllabus)
    {
        var before = new { SyllabusId };
        await Choose(act, syllabus);
        act.Wrote("enrolment.course.syllabus-chosen", this, Scope, before: before, after: new { SyllabusId });
    }

    private async Task Choose(Act act, Guid? syllabus)
    {
        if (syllabus is { } wanted)
        {
            var row = await act.Db.Set<SyllabusRow>().FirstOrDefaultAsync(s => s.Id == wanted && s.SubjectId == SubjectId && s.Kind == SyllabusKind.Working, act.Ct);
            if (row is null) throw new Refusal("enrolment.refusal.no-syllabus") { Field = "Syllabus" };
            if (row.ApprovedAt is null) throw new Refusal("enrolment.refusal.syllabus-not-approved") { Field = "Syllabus" };
        }
        SyllabusId = syllabus;
    }

    /// <summary>The courses that are asked for by subject and group, the newest period first.</summary>
    public static async Task<IReadOnlyList<ScopeName>> Names(Db db, ScopeAsk ask, CancellationToken ct)
    {
        var those = db.Courses.AsQueryable();
        if (ask.Ids is { } ids) those = those.Where(c => ids.Contains(c.Id));
        var courses = await (from c in those
                             join s in db.Set<SubjectRow>() on c.SubjectId equals s.Id
                             join g in db.Groups on c.GroupId equals g.Id
                             join p in db.Set<PeriodRow>() on c.PeriodId equals p.Id
                             where ask.IsAny || g.Code.Contains(ask.Typed) || g.Code.Contains(ask.Capitals) || s.NameKk.Contains(ask.Typed) || s.NameKk.Contains(ask.Capital) || s.NameRu.Contains(ask.Typed) || s.NameRu.Contains(ask.Capital) || s.NameEn.Contains(ask.Typed) || s.NameEn.Contains(ask.Capital)
                             orderby p.Start descending, g.Code, c.No
                             select new { c.Id, s.NameKk, s.NameRu, s.NameEn, g.Code }).Take(ask.Most).ToListAsync(ct);
        return [.. courses.Select(c => new LocalText(c.NameKk, c.NameRu, c.NameEn)).Zip(courses, (name, c) => new ScopeName(c.Id, new LocalText($"{name.In("kk")}, {c.Code}", $"{name.In("ru")}, {c.Code}", $"{name.In("en")}, {c.Code}")))];
    }

    public static readonly Visibility<Course> Visibility = new(
        new Rule<Course>("enrolment.course.all", r => r.Everywhere(EnrolmentRights.See) ? _ => true : null),
        new Rule<Course>("enrolment.course.own", r => r.ScopesOf(EnrolmentRights.See, ScopeKinds.Course) is { Length: > 0 } courses ? c => courses.Contains(c.Id) : null));
}

internal sealed class CourseConfiguration : IEntityTypeConfiguration<Course>
{
    public void Configure(EntityTypeBuilder<Course> b)
    {
        b.ToTable("enrolment_courses");
        b.HasIndex(x => x.No).IsUnique();
        b.HasIndex(x => new { x.SubjectId, x.GroupId, x.PeriodId }).IsUnique();
        b.HasIndex(x => x.GroupId);
        b.Ignore(x => x.Scope);
        b.HasOne<Group>().WithMany().HasForeignKey(x => x.GroupId).OnDelete(DeleteBehavior.Restrict);
    }
}
