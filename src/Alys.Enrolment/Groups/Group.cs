using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alys.Enrolment;

/// <summary>A group of learners of one programme, at one centre, in one language.</summary>
internal sealed class Group : NumberedEntity, IVersionedRow
{
    public required string Code { get; set; }
    public Guid? CentreId { get; set; }
    public Guid? ProgrammeId { get; set; }
    public string Language { get; set; } = "kk";
    public DateOnly Started { get; set; }
    public int RowVersion { get; set; }

    public Scope Scope => new(ScopeKinds.Group, Id);

    public static readonly Visibility<Group> Visibility = new(
        new Rule<Group>("enrolment.group.all", r => r.Everywhere(EnrolmentRights.See) ? _ => true : null),
        new Rule<Group>("enrolment.group.centre", r => r.ScopesOf(EnrolmentRights.See, ScopeKinds.Centre) is { Length: > 0 } centres ? g => g.CentreId != null && centres.Contains(g.CentreId.Value) : null),
        new Rule<Group>("enrolment.group.own", r => r.ScopesOf(EnrolmentRights.See, ScopeKinds.Group) is { Length: > 0 } groups ? g => groups.Contains(g.Id) : null));
}

internal sealed class GroupConfiguration : IEntityTypeConfiguration<Group>
{
    public void Configure(EntityTypeBuilder<Group> b)
    {
        b.ToTable("enrolment_groups");
        b.HasIndex(x => x.No).IsUnique();
        b.HasIndex(x => x.Code).IsUnique();
        b.Ignore(x => x.Scope);
        b.Property(x => x.Code).HasMaxLength(60);
        b.Property(x => x.Language).HasMaxLength(2);
    }
}
