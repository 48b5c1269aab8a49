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
