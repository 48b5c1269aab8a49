using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alys.Audit;

/// <summary>That the journal was recomputed against its seals, when, and how it went.</summary>
internal sealed class Verification : Entity
{
    public DateTime At { get; init; }
    public Guid? ByPersonId { get; init; }
    public int Segments { get; init; }
    public long Rows { get; init; }
    public string? FirstBad { get; init; }
    public Harm? Harm { get; init; }

    public bool IsWhole => Harm == null;

    public static Verification Of(Act act, Outcome outcome) => new()
    {
        At = act.Now,
        ByPersonId = act.Reader.IsSignedIn ? act.Reader.PersonId : null,
        Segments = outcome.Segments,
        Rows = outcome.Rows,
        Harm = outcome.Broken?.Harm,
        FirstBad = outcome.Broken?.Place,
    };
}

/// <summary>What a verification found: how much was recomputed and the first bad place, if any.</summary>
internal sealed record Outcome(int Segments, long Rows, Break? Broken);

/// <param name="Segment">Number of the segment.</param>
/// <param name="Cursor">The row; null when the segment itself is bad.</param>
internal sealed record Break(Harm Harm, int Segment, JournalCursor? Cursor)
{
    public string Place => Cursor is { } x ? $"{Segment}/{x}" : Segment.ToString(CultureInfo.InvariantCulture);
}

internal enum Harm
{
    /// <summary>A sealed row differs from what was sealed.</summary>
    RowChanged,
    /// <summary>A sealed row is gone.</summary>
    RowMissing,
    /// <summary>A row stands among sealed ones that was not sealed.</summary>
    RowAdded,
    /// <summary>The segment does not follow the one before, or its own hash is wrong.</summary>
    SegmentBroken,
}

internal sealed class VerificationConfiguration : IEntityTypeConfiguration<Verification>
{
    public void Configure(EntityTypeBuilder<Verification> b)
    {
        b.ToTable("audit_verifications");
        b.HasIndex(x => x.At);
        b.Property(x => x.FirstBad).HasMaxLength(80);
        b.Ignore(x => x.IsWhole);
    }
}
