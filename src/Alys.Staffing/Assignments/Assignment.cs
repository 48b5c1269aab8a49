using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alys.Staffing;

/// <summary>A duty of a person in a course; both days are included.</summary>
internal sealed class Assignment : NumberedEntity, IVersionedRow, IDuty
{
    public required Guid CourseId { get; init; }
    public required Guid PersonId { get; init; }
    public required Duty Duty { get; init; }
    public required DateOnly From { get; init; }
    public DateOnly? To { get; set; }
    public DateTime? RoleGivenAt { get; set; }
    public DateTime? RoleWithdrawnAt { get; set; }
    public int RowVersion { get; set; }

    public Scope Scope => new(ScopeKinds.Course, CourseId);

    public string Role => Duty switch
    {
        Duty.Teacher => Roles.Teacher,
        Duty.Tutor => Roles.Tutor,
        _ => Roles.Examiner,
    };}

internal sealed class AssignmentConfiguration : IEntityTypeConfiguration<Assignment>
{
    public void Configure(EntityTypeBuilder<Assignment> b)
    {
        b.ToTable("staffing_assignments");
        b.HasIndex(x => x.No).IsUnique();
        b.HasIndex(x => new { x.CourseId, x.PersonId });
        b.HasIndex(x => x.PersonId);
        b.Ignore(x => x.Scope);
        b.Ignore(x => x.Role);
    }
}
