using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alys.Grading;

/// <summary>Current and milestone control make the admission rating; the examination stands apart.</summary>
internal enum ControlKind { Current, Rk1, Rk2, Exam }

/// <summary>Where the marks of an event come from.</summary>
internal enum MarkSource { Manual, Attempt, Submission }

/// <summary>One event of a course's control plan: its part, its weight within the part, and where its marks come from.</summary>
internal sealed class ControlEvent : NumberedEntity
{
    public Guid PlanId { get; init; }
    public Guid CourseId { get; init; }
    public required LocalText Title { get; set; }
    public ControlKind Kind { get; init; }
    public RatingPart Part { get; init; }
    public decimal Weight { get; set; }
    public MarkSource Source { get; init; }
    /// <summary>The sitting, where marks come from attempts.</summary>
    public Guid? SittingId { get; init; }
    /// <summary>The unit with the task, where marks come from reviewed submissions.</summary>
    public Guid? UnitId { get; init; }
    public int Order { get; init; }
    /// <summary>The day by which its marks are due, on the institution's clock; null while none is set.</summary>
    public DateOnly? DueOn { get; set; }
    /// <summary>Left the plan; its marks stay in the ledger and count no more.</summary>
    public DateTime? RemovedAt { get; set; }

    /// <summary>Milestone events and the examination have their part by kind; a current event may feed either rating.</summary>
    public static RatingPart PartOf(ControlKind kind, RatingPart wished) => kind switch
    {
        ControlKind.Rk1 => RatingPart.Rating1,
        ControlKind.Rk2 => RatingPart.Rating2,
        ControlKind.Exam => RatingPart.Exam,
        _ => wished == RatingPart.Exam ? throw new Refusal("grading.refusal.current-feeds-rating") { Field = "Form.Part" } : wished,
    };

    /// <summary>A weight from 0.01 to 1 with at most four decimals.</summary>
    public static decimal CheckedWeight(decimal? weight) =>
        weight is > 0 and <= 1 && decimal.Round(weight.Value, 4) == weight ? weight.Value : throw new Refusal("grading.refusal.weight") { Field = "Form.Weight" };
}

internal sealed class ControlEventConfiguration : IEntityTypeConfiguration<ControlEvent>
{
    public void Configure(EntityTypeBuilder<ControlEvent> b)
    {
        b.ToTable("grading_events");
        b.LocalText(x => x.Title);
        b.Property(x => x.Weight).HasPrecision(7, 4);
        b.HasIndex(x => x.No).IsUnique();
        b.HasIndex(x => x.CourseId);
        b.HasIndex(x => x.SittingId);
        b.HasIndex(x => x.UnitId);
    }
}
