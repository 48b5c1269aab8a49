using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alys.Assessment.Marking;

/// <summary>A person's judgement of one answer, with the written review. Marking anew adds another; the last one counts.</summary>
internal sealed class Mark : Entity
{
    public const int MaxReview = 10_000;

    public Guid AttemptId { get; init; }
    public int Position { get; init; }
    public decimal Points { get; init; }
    public string Review { get; init; } = "";
    public Guid? ById { get; init; }
    public DateTime At { get; init; }
}

internal sealed class MarkConfiguration : IEntityTypeConfiguration<Mark>
{
    public void Configure(EntityTypeBuilder<Mark> b)
    {
        b.ToTable("assessment_marks");
        b.Property(x => x.Points).HasPrecision(9, 2);
        b.Property(x => x.Review).HasMaxLength(Mark.MaxReview);
        b.HasIndex(x => new { x.AttemptId, x.Position });
    }
}
