using Alys.Assessment;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alys.Grading;

/// <summary>One mark in the ledger: never changed, never removed; a later turn of the same event and learner replaces it in the reckoning.</summary>
internal sealed class GradeEntry : Entity
{
    public Guid CourseId { get; init; }
    public Guid EventId { get; init; }
    public Guid PersonId { get; init; }
    /// <summary>1 for the first mark of this learner in this event.</summary>
    public int Turn { get; init; }
    /// <summary>0 to 100 with two decimals.</summary>
    public decimal Percent { get; init; }
    public decimal? Points { get; init; }
    public decimal? MaxPoints { get; init; }
    public MarkSource Source { get; init; }
    /// <summary>The attempt or the submission.</summary>
    public Guid? SourceId { get; init; }
    /// <summary>Who entered it; null where the program took it over.</summary>
    public Guid? ByPersonId { get; init; }
    public DateTime At { get; init; }
    public string? Reason { get; init; }
    /// <summary>By which rule it was taken from the attempts at a test; null for other marks and for those taken before there was a choice.</summary>
    public CountingAttempt? Counting { get; init; }
    /// <summary>The attempt that gave it; null for a mean.</summary>
    public int? AttemptNumber { get; init; }
    /// <summary>How many attempts were over then.</summary>
    public int? Attempts { get; init; }

    /// <summary>How the attempts gave it, as a text key; null where there was one attempt or none.</summary>
    public ExplainedLine? Counted => Counting is { } rule && Attempts > 1 ? new("grading.own.counted." + rule, Attempts, AttemptNumber ?? 0) : null;
}

internal sealed class GradeEntryConfiguration : IEntityTypeConfiguration<GradeEntry>
{
    public void Configure(EntityTypeBuilder<GradeEntry> b)
    {
        b.ToTable("grading_entries");
        b.Property(x => x.Percent).HasPrecision(5, 2);
        b.Property(x => x.Points).HasPrecision(9, 2);
        b.Property(x => x.MaxPoints).HasPrecision(9, 2);
        b.Ignore(x => x.Counted);
        b.Property(x => x.Reason).HasMaxLength(1000);
        b.HasIndex(x => new { x.EventId, x.PersonId, x.Turn }).IsUnique();
        b.HasIndex(x => new { x.CourseId, x.PersonId });
        b.HasOne<ControlEvent>().WithMany().HasForeignKey(x => x.EventId).OnDelete(DeleteBehavior.Restrict);
    }
}
