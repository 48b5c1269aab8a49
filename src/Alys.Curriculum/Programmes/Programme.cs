using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alys.Curriculum;

/// <summary>An educational programme (speciality).</summary>
internal sealed class Programme : NumberedEntity
{
    public required string Code { get; set; }
    public Guid? ChairId { get; set; }
    public required LocalText Name { get; set; }
    public int Credits { get; set; }
    public int Years { get; set; }
}

internal sealed class ProgrammeConfiguration : IEntityTypeConfiguration<Programme>
{
    public void Configure(EntityTypeBuilder<Programme> b)
    {
        b.ToTable("curriculum_programmes");
        b.HasIndex(x => x.No).IsUnique();
        b.HasIndex(x => x.Code).IsUnique();
        b.Property(x => x.Code).HasMaxLength(60);
        b.LocalText(x => x.Name);
    }
}
