using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alys.Learning.Deliveries;

/// <summary>A line of the delivery ledger: what was put at a learner's disposal, by which channel, and what became of it (clause 9.2).</summary>
internal sealed class Delivery
{
    public required Guid CourseId { get; init; }
    public required Guid UnitId { get; init; }
    public required Guid PersonId { get; init; }
    public required DeliveryChannel Channel { get; init; }
    public required DateTime IssuedAt { get; init; }
    public DateTime? OpenedAt { get; set; }
    public DateTime? ViewedAt { get; set; }
    public DateTime? FinishedAt { get; set; }
    public int Views { get; set; }
    /// <summary>The page seen last, from 1; 0 before the first view.</summary>
    public int LastPage { get; set; }

    public void Finish(Act act, Scope course)
    {
        if (FinishedAt is not null) return;
        FinishedAt = act.Now;
        OpenedAt ??= act.Now;
        act.Wrote(LearningFacts.Finished, "Unit", UnitId, course, PersonId);
    }
}

internal sealed class DeliveryConfiguration : IEntityTypeConfiguration<Delivery>
{
    public void Configure(EntityTypeBuilder<Delivery> b)
    {
        b.ToTable("learning_deliveries");
        b.HasKey(x => new { x.PersonId, x.CourseId, x.UnitId, x.Channel });
        b.HasIndex(x => new { x.CourseId, x.UnitId });
    }
}
