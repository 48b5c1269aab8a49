using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alys.Institution;

/// <summary>An academic year, or a period within one; both days are included.</summary>
internal sealed class Period : NumberedEntity, IVersionedRow
{
    public required string Code { get; set; }
    public Guid? ParentId { get; set; }
    public PeriodKind Kind { get; set; }
    public required LocalText Name { get; set; }
    public DateOnly Start { get; set; }
    public DateOnly End { get; set; }
    public int RowVersion { get; set; }
}

internal sealed class PeriodConfiguration : IEntityTypeConfiguration<Period>
{
    public void Configure(EntityTypeBuilder<Period> b)
    {
        b.ToTable("institution_periods");
        b.HasIndex(x => x.No).IsUnique();
        b.HasIndex(x => x.Code).IsUnique();
        b.Property(x => x.Code).HasMaxLength(60);
        b.LocalText(x => x.Name);
        b.HasOne<Period>().WithMany().HasForeignKey(x => x.ParentId).OnDelete(DeleteBehavior.Restrict);
    }
}
