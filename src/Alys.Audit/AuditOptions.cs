namespace Alys.Audit;

/// <summary>When the journal is sealed.</summary>
public sealed class AuditOptions
{
    [Setting("Rows of the journal in one sealed segment at most.")]
    public int SegmentRows { get; set; } = 1000;

    [Setting("Seconds after which the rows that wait are sealed although a segment is not full.")]
    public int SealAfterSeconds { get; set; } = 60;
}
