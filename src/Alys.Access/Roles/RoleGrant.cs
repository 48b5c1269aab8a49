using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alys.Access;

/// <summary>A role that a person holds in a scope, from a day on and perhaps until one, unless it is withdrawn before.</summary>
internal sealed class RoleGrant : NumberedEntity
{
    public const int MaxReason = 500;

    public Guid PersonId { get; init; }
    public required string Role { get; init; }
    public required string ScopeKind { get; init; }
    public Guid ScopeId { get; init; }
    public required DateOnly From { get; init; }
    /// <summary>Last day, included; null while it lasts.</summary>
    public DateOnly? Until { get; init; }
    public DateTime GivenAt { get; init; }
    public Guid? GivenBy { get; init; }
    public DateTime? WithdrawnAt { get; private set; }
    public Guid? WithdrawnBy { get; private set; }
    public string? Reason { get; private set; }

    public Scope Scope => new(ScopeKind, ScopeId);

    /// <summary>Holds on the day.</summary>
    public static Expression<Func<RoleGrant, bool>> On(DateOnly day) => g => g.WithdrawnAt == null && g.From <= day && (g.Until == null || g.Until >= day);

    /// <summary>Holds on the day, or will from a later one.</summary>
    public static Expression<Func<RoleGrant, bool>> NotOver(DateOnly day) => g => g.WithdrawnAt == null && (g.Until == null || g.Until >= day);

    public void Withdraw(Act act, string? reason)
    {
        (WithdrawnAt, WithdrawnBy, Reason) = (act.Now, act.Reader.IsSignedIn ? act.Reader.PersonId : null, reason);
        act.Wrote("access.role.withdrawn", this, Scope, PersonId, before: new { role = Role, scope = ScopeKind, ScopeId, From, Until }, after: new { reason });
        act.Pulse(Readers.Changed);
    }
}

internal sealed class RoleGrantConfiguration : IEntityTypeConfiguration<RoleGrant>
{
    public void Configure(EntityTypeBuilder<RoleGrant> b)
    {
        b.ToTable("access_grants");
        b.HasIndex(x => x.No).IsUnique();
        b.HasIndex(x => new { x.PersonId, x.WithdrawnAt });
        b.HasIndex(x => new { x.ScopeKind, x.ScopeId, x.Role });
        b.Ignore(x => x.Scope);
        b.Property(x => x.Role).HasMaxLength(40);
        b.Property(x => x.ScopeKind).HasMaxLength(20);
        b.Property(x => x.Reason).HasMaxLength(RoleGrant.MaxReason);
        b.HasOne<Person>().WithMany().HasForeignKey(x => x.PersonId);
        b.HasOne<RoleRow>().WithMany().HasForeignKey(x => x.Role);
    }
}
