using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alys.Access;

/// <summary>A role as data: which rights it holds is the institution's decision; every institution starts with those of clauses 11 and 48.</summary>
internal sealed class RoleRow
{
    public required string Code { get; init; }
    public List<RoleRight> Rights { get; } = [];
}

internal sealed class RoleRight
{
    public required string Role { get; init; }
    public required string Right { get; init; }
}

/// <summary>Rights that have been offered to the roles once, so that a right an institution took away does not come back at the next start.</summary>
internal sealed class KnownRight
{
    public required string Right { get; init; }
}

/// <summary>A role that a person holds in a scope, from one act to another.</summary>
internal sealed class RoleGrant : Entity
{
    public Guid PersonId { get; init; }
    public required string Role { get; init; }
    public required string ScopeKind { get; init; }
    public Guid ScopeId { get; init; }
    public DateTime GivenAt { get; init; }
    public Guid? GivenBy { get; init; }
    public DateTime? WithdrawnAt { get; set; }
}

internal sealed class RoleTables : IEntityTypeConfiguration<RoleRow>, IEntityTypeConfiguration<RoleRight>, IEntityTypeConfiguration<KnownRight>, IEntityTypeConfiguration<RoleGrant>
{
    public void Configure(EntityTypeBuilder<RoleRow> b)
    {
        b.ToTable("access_roles");
        b.HasKey(x => x.Code);
        b.Property(x => x.Code).HasMaxLength(40);
        b.HasMany(x => x.Rights).WithOne().HasForeignKey(x => x.Role);
    }

    public void Configure(EntityTypeBuilder<RoleRight> b)
    {
        b.ToTable("access_role_rights");
        b.HasKey(x => new { x.Role, x.Right });
        b.Property(x => x.Right).HasMaxLength(80);
    }

    public void Configure(EntityTypeBuilder<KnownRight> b)
    {
        b.ToTable("access_known_rights");
        b.HasKey(x => x.Right);
        b.Property(x => x.Right).HasMaxLength(80);
    }

    public void Configure(EntityTypeBuilder<RoleGrant> b)
    {
        b.ToTable("access_grants");
        b.HasIndex(x => new { x.PersonId, x.WithdrawnAt });
        b.HasIndex(x => new { x.ScopeKind, x.ScopeId, x.Role });
        b.Property(x => x.Role).HasMaxLength(40);
        b.Property(x => x.ScopeKind).HasMaxLength(20);
        b.HasOne<Person>().WithMany().HasForeignKey(x => x.PersonId);
        b.HasOne<RoleRow>().WithMany().HasForeignKey(x => x.Role);
    }
}
