using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alys.Learning.Openings;

/// <summary>A pack given to a course's group to study, from a day on; by an exception only until a day (clauses 35–37).</summary>
internal sealed class Opening : NumberedEntity
{
    public const int MaxReason = 1000;

    public required Guid CourseId { get; init; }
    public required Guid PackId { get; init; }
    public required DateOnly OpensOn { get; init; }
    /// <summary>Last day of an exception; null where the pack was complete for network study.</summary>
    public DateOnly? Until { get; init; }
    public string? Reason { get; init; }
    public required DateTime At { get; init; }
    public Guid? ByPersonId { get; init; }

    /// <summary>Holds on a day. Of several of a course the newest counts.</summary>
    public static Expression<Func<Opening, bool>> On(DateOnly day) => o => o.OpensOn <= day && (o.Until == null || o.Until >= day);
}

internal sealed class OpeningConfiguration : IEntityTypeConfiguration<Opening>
{
    public void Configure(EntityTypeBuilder<Opening> b)
    {
        b.ToTable("learning_openings");
        b.HasIndex(x => new { x.CourseId, x.No }).IsUnique();
        b.Property(x => x.Reason).HasMaxLength(Opening.MaxReason);
    }
}
