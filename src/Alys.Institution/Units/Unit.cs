using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alys.Institution;

/// <summary>A unit of the institution.</summary>
internal sealed class Unit : NumberedEntity, IVersionedRow
{
    public required string Code { get; set; }
    public Guid? ParentId { get; set; }
    public UnitKind Kind { get; set; }
    public required LocalText Name { get; set; }
    public int RowVersion { get; set; }
}

internal sealed class UnitConfiguration : IEntityTypeConfiguration<Unit>
{
    public void Configure(EntityTypeBuilder<Unit> b)
    {
        b.ToTable("institution_units");
        b.HasIndex(x => x.No).IsUnique();
        b.HasIndex(x => x.Code).IsUnique();
        b.HasIndex(x => x.ParentId);
        b.Property(x => x.Code).HasMaxLength(60);
        b.LocalText(x => x.Name);
        b.HasOne<Unit>().WithMany().HasForeignKey(x => x.ParentId).OnDelete(DeleteBehavior.Restrict);
    }
}
