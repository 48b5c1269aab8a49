using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alys.Staffing;

/// <summary>What somebody does in a course (clauses 3.1, 27, 31, 48).</summary>
public enum Duty
{
    Teacher,
    Tutor,
    Examiner,
}

/// <summary>A duty of a person in a course for some time.</summary>
public sealed class AssignmentRow
{
    public Guid CourseId { get; init; }
    public Guid PersonId { get; init; }
    public Duty Duty { get; init; }
    /// <summary>First day.</summary>
    public DateOnly From { get; init; }
    /// <summary>Last day, included; null while it lasts.</summary>
    public DateOnly? To { get; init; }
}

/// <summary>An author's leave to write the pack of a subject (clause 48).</summary>
public sealed class AuthorRow
{
    public Guid SubjectId { get; init; }
    public Guid PersonId { get; init; }
    public DateOnly From { get; init; }
    public DateOnly? To { get; init; }
}

internal sealed class AssignmentRowConfiguration : IEntityTypeConfiguration<AssignmentRow>
{
    public void Configure(EntityTypeBuilder<AssignmentRow> b) => b.HasNoKey().ToSqlQuery("""
        select "CourseId", "PersonId", "Duty", "From", "To" from staffing_assignments
        """);
}

internal sealed class AuthorRowConfiguration : IEntityTypeConfiguration<AuthorRow>
{
    public void Configure(EntityTypeBuilder<AuthorRow> b) => b.HasNoKey().ToSqlQuery("""
        select "SubjectId", "PersonId", "From", "To" from staffing_authors
        """);
}
