using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alys.Enrolment;

/// <summary>A group of learners.</summary>
public sealed class GroupRow
{
    public Guid Id { get; init; }
    public int No { get; init; }
    public string Code { get; init; } = "";
    /// <summary>Unit of kind study centre, if the group has one.</summary>
    public Guid? CentreId { get; init; }
    /// <summary>Language of study: kk, ru or en.</summary>
    public string Language { get; init; } = "";
    public Guid? ProgrammeId { get; init; }
}

/// <summary>A learner's time in a group, begun and ended by dated acts.</summary>
public sealed class GroupMemberRow
{
    public Guid GroupId { get; init; }
    public Guid PersonId { get; init; }
    /// <summary>First day.</summary>
    public DateOnly From { get; init; }
    /// <summary>Last day, included; null while it lasts.</summary>
    public DateOnly? To { get; init; }
}

/// <summary>A subject taught to a group in a period.</summary>
public sealed class CourseRow
{
    public Guid Id { get; init; }
    /// <summary>The number in <c>/s/12</c>.</summary>
    public int No { get; init; }
    public Guid SubjectId { get; init; }
    /// <summary>The version of the working syllabus that the course follows; null until one is chosen.</summary>
    public Guid? SyllabusId { get; init; }
    public Guid GroupId { get; init; }
    public Guid PeriodId { get; init; }
}

internal sealed class GroupRowConfiguration : IEntityTypeConfiguration<GroupRow>
{
    public void Configure(EntityTypeBuilder<GroupRow> b) => b.HasNoKey().ToSqlQuery("""
        select "Id", "No", "Code", "CentreId", "Language", "ProgrammeId" from enrolment_groups
        """);
}

internal sealed class GroupMemberRowConfiguration : IEntityTypeConfiguration<GroupMemberRow>
{
    public void Configure(EntityTypeBuilder<GroupMemberRow> b) => b.HasNoKey().ToSqlQuery("""
        select "GroupId", "PersonId", "From", "To" from enrolment_memberships
        """);
}

internal sealed class CourseRowConfiguration : IEntityTypeConfiguration<CourseRow>
{
    public void Configure(EntityTypeBuilder<CourseRow> b) => b.HasNoKey().ToSqlQuery("""
        select "Id", "No", "SubjectId", "SyllabusId", "GroupId", "PeriodId" from enrolment_courses
        """);
}
