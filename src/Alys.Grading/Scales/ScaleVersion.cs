using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alys.Grading;

/// <summary>A letter scale as the institution has set it, in force from a day on.</summary>
internal sealed class ScaleVersion : Entity, IVersionedRow
{
    public DateOnly From { get; init; }
    public List<ScaleVersionRow> Rows { get; } = [];
    public int RowVersion { get; set; }

    public static ScaleVersion Of(GradeScale scale)
    {
        var version = new ScaleVersion { From = scale.From };
        version.Set(scale);
        return version;
    }

    /// <summary>Takes the rows of a scale that could be built, so that it has neither gaps nor doubles.</summary>
    public void Set(GradeScale scale)
    {
        Rows.Clear();
        Rows.AddRange(scale.Rows.Select(r => new ScaleVersionRow { VersionId = Id, Letter = r.Letter, Points = r.Points, FromPercent = r.FromPercent, Traditional = r.Traditional }));
    }

    public GradeScale Scale() => new(From, Rows.Select(r => new ScaleRow(r.Letter, r.Points, r.FromPercent, r.Traditional)));
}

internal sealed class ScaleVersionRow : Entity
{
    public Guid VersionId { get; init; }
    public required string Letter { get; init; }
    public decimal Points { get; init; }
    public int FromPercent { get; init; }
    public TraditionalMark Traditional { get; init; }
}

internal sealed class ScaleVersionConfiguration : IEntityTypeConfiguration<ScaleVersion>
{
    public void Configure(EntityTypeBuilder<ScaleVersion> b)
    {
        b.ToTable("grading_scales");
        b.HasIndex(x => x.From).IsUnique();
        b.HasMany(x => x.Rows).WithOne().HasForeignKey(r => r.VersionId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ScaleVersionRowConfiguration : IEntityTypeConfiguration<ScaleVersionRow>
{
    public void Configure(EntityTypeBuilder<ScaleVersionRow> b)
    {
        b.ToTable("grading_scale_rows");
        b.Property(x => x.Letter).HasMaxLength(8);
        b.Property(x => x.Points).HasPrecision(4, 2);
    }
}
