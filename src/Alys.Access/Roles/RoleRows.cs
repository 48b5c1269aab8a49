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

internal sealed class RoleTables : IEntityTypeConfiguration<RoleRow>, IEntityTypeConfiguration<RoleRight>, IEntityTypeConfiguration<KnownRight>
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
}
