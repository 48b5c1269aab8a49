using System.Text.Json;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alys.Assessment.Regrades;

/// <summary>How an item of an attempt is reckoned.</summary>
internal enum Ruling
{
    /// <summary>By the key, or as a person marked it.</summary>
    ByKey,
    /// <summary>Everybody has its full marks.</summary>
    FullMarks,
    /// <summary>It counts for nothing, neither its points nor its weight.</summary>
    LeftOut,
}

/// <summary>What a regrade does with the item.</summary>
internal enum RegradeMethod
{
    /// <summary>The key of the newest version.</summary>
    CorrectedKey,
    FullMarks,
    LeaveOut,
    /// <summary>Back to the key of the version that was shown: undoes an earlier regrade.</summary>
    OwnKey,
}

/// <summary>One act that reckons an item anew in the attempts that were shown a version of it. Stays, with what everybody had before and has since.</summary>
internal sealed class Regrade : NumberedEntity
{
    public const int MaxReason = 1000;

    public Guid ItemId { get; init; }
    public Guid SubjectId { get; init; }
    /// <summary>The version that was shown.</summary>
    public Guid VersionId { get; init; }
    public int Version { get; init; }
    public RegradeMethod Method { get; init; }
    /// <summary>The version whose key scores now.</summary>
    public Guid? KeyVersionId { get; init; }
    public int? KeyVersion { get; init; }
    public required string Reason { get; init; }
    public Guid ById { get; init; }
    public DateTime At { get; init; }
    /// <summary>Results that were closed then and did not move, as JSON.</summary>
    public required string ClosedJson { get; init; }
    public List<RegradeLine> Lines { get; } = [];

    public IReadOnlyList<KeptResults> Closed => JsonSerializer.Deserialize<List<KeptResults>>(ClosedJson)!;
}

/// <summary>What a regrade did to one attempt.</summary>
internal sealed class RegradeLine
{
    public Guid RegradeId { get; init; }
    public Guid AttemptId { get; init; }
    public Guid CourseId { get; init; }
    public Guid SittingId { get; init; }
    public Guid PersonId { get; init; }
    public int Position { get; init; }
    /// <summary>It ran: it is scored by the new ruling once it is over.</summary>
    public bool WasRunning { get; init; }
    public decimal ItemBefore { get; init; }
    public decimal ItemAfter { get; init; }
    public decimal WeightBefore { get; init; }
    public decimal WeightAfter { get; init; }
    public decimal TotalBefore { get; init; }
    public decimal TotalAfter { get; init; }
    public decimal MaxBefore { get; init; }
    public decimal MaxAfter { get; init; }

    public decimal ShareBefore => Share(TotalBefore, MaxBefore);
    public decimal ShareAfter => Share(TotalAfter, MaxAfter);
    /// <summary>1 raised, −1 lowered, 0 unchanged: by the share of the points, since a left-out item changes the highest score, too.</summary>
    public int Direction => WasRunning ? 0 : ShareAfter.CompareTo(ShareBefore);

    private static decimal Share(decimal points, decimal max) => max <= 0 ? 0 : Math.Round(100 * points / max, 2, MidpointRounding.AwayFromZero);
}

internal sealed class RegradeConfiguration : IEntityTypeConfiguration<Regrade>
{
    public void Configure(EntityTypeBuilder<Regrade> b)
    {
        b.ToTable("assessment_regrades");
        b.Property(x => x.Reason).HasMaxLength(Regrade.MaxReason);
        b.Ignore(x => x.Closed);
        b.HasIndex(x => x.No).IsUnique();
        b.HasIndex(x => x.ItemId);
        b.HasMany(x => x.Lines).WithOne().HasForeignKey(x => x.RegradeId);
    }
}

internal sealed class RegradeLineConfiguration : IEntityTypeConfiguration<RegradeLine>
{
    public void Configure(EntityTypeBuilder<RegradeLine> b)
    {
        b.ToTable("assessment_regrade_lines");
        b.HasKey(x => new { x.RegradeId, x.AttemptId });
        b.Ignore(x => x.ShareBefore).Ignore(x => x.ShareAfter).Ignore(x => x.Direction);
        foreach (var points in new[] { nameof(RegradeLine.ItemBefore), nameof(RegradeLine.ItemAfter), nameof(RegradeLine.WeightBefore), nameof(RegradeLine.WeightAfter), nameof(RegradeLine.TotalBefore), nameof(RegradeLine.TotalAfter), nameof(RegradeLine.MaxBefore), nameof(RegradeLine.MaxAfter) })
            b.Property(points).HasPrecision(9, 2);
        b.HasIndex(x => x.SittingId);
        b.HasIndex(x => x.AttemptId);
    }
}
