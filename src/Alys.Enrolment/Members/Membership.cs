using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alys.Enrolment;

/// <summary>What an act of the institution does with a learner.</summary>
internal enum MovementKind
{
    Enrolled,
    Transferred,
    Left,
}

/// <summary>A dated act (order) that moves a learner. Acts, not edits, change where a learner belongs.</summary>
internal sealed class Movement : NumberedEntity
{
    public required MovementKind Kind { get; init; }
    public required Guid PersonId { get; init; }
    public Guid? FromGroupId { get; init; }
    public Guid? ToGroupId { get; init; }
    /// <summary>The day from which it holds.</summary>
    public required DateOnly Date { get; init; }
    /// <summary>Number of the order on paper.</summary>
    public string OrderNumber { get; init; } = "";
    public string Reason { get; init; } = "";
    public DateTime RecordedAt { get; init; }
    public Guid? RecordedByPersonId { get; init; }
}

/// <summary>A learner's time in a group; both days are included.</summary>
internal sealed class Membership : Entity
{
    public required Guid GroupId { get; init; }
    public required Guid PersonId { get; init; }
    public required DateOnly From { get; init; }
    public DateOnly? To { get; set; }
    public required Guid BegunById { get; init; }
    public Guid? EndedById { get; set; }
    public DateTime? RoleGivenAt { get; set; }
    public DateTime? RoleWithdrawnAt { get; set; }

    public bool IsOn(DateOnly day) => From <= day && (To is null || To >= day);
}

internal sealed class MembershipConfiguration : IEntityTypeConfiguration<Membership>, IEntityTypeConfiguration<Movement>
{
    public void Configure(EntityTypeBuilder<Membership> b)
    {
        b.ToTable("enrolment_memberships");
        b.HasIndex(x => new { x.GroupId, x.PersonId });
        b.HasIndex(x => x.PersonId);
        b.HasOne<Group>().WithMany().HasForeignKey(x => x.GroupId).OnDelete(DeleteBehavior.Restrict);
        b.HasOne<Movement>().WithMany().HasForeignKey(x => x.BegunById).OnDelete(DeleteBehavior.Restrict);
        b.HasOne<Movement>().WithMany().HasForeignKey(x => x.EndedById).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Movement> b)
    {
        b.ToTable("enrolment_movements");
        b.HasIndex(x => x.No).IsUnique();
        b.HasIndex(x => x.PersonId);
        b.Property(x => x.OrderNumber).HasMaxLength(60);
        b.Property(x => x.Reason).HasMaxLength(1000);
    }
}
