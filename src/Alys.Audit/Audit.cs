using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alys.Audit;

/// <summary>What other modules may read: the outcomes of the journal's verifications, newest last by <see cref="At"/> (clause 54.5).</summary>
public sealed class VerificationRow
{
    public DateTime At { get; init; }
    /// <summary>Segments and rows that were recomputed.</summary>
    public int Segments { get; init; }
    public long Rows { get; init; }
    /// <summary>Null when the chain is whole; otherwise <c>segment/xid.seq</c> of the first bad row.</summary>
    public string? FirstBad { get; init; }
}

internal sealed class VerificationRowConfiguration : IEntityTypeConfiguration<VerificationRow>
{
    public void Configure(EntityTypeBuilder<VerificationRow> b)
    {
        b.HasNoKey();
        b.ToSqlQuery("""select "At", "Segments", "Rows", "FirstBad" from audit_verifications""");
    }
}
