using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alys.Institution;

/// <summary>The institution itself; the table holds one row.</summary>
internal sealed class Organisation : Entity, IVersionedRow
{
    public required LocalText Name { get; set; }
    public required string TimeZone { get; set; }
    public string Languages { get; set; } = "kk ru en";
    public string City { get; set; } = "";
    public DateTime FoundedAt { get; init; }
    public int RowVersion { get; set; }
}

internal sealed class OrganisationConfiguration : IEntityTypeConfiguration<Organisation>
{
    public void Configure(EntityTypeBuilder<Organisation> b)
    {
        b.ToTable("institution_organisations");
        b.LocalText(x => x.Name);
        b.Property(x => x.TimeZone).HasMaxLength(60);
        b.Property(x => x.Languages).HasMaxLength(40);
        b.Property(x => x.City).HasMaxLength(100);
    }
}
