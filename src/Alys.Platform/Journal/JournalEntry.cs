using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alys.Platform;

/// <summary>One row of the journal: audit trail, activity feed, notifications and events between modules are all read from it.</summary>
internal sealed class JournalEntry
{
    public long Seq { get; init; }
    /// <summary>Transaction id on PostgreSQL, 0 on SQLite (where commits come in the order of Seq).</summary>
    public long Xid { get; init; }
    public required string Site { get; init; }
    public DateTime At { get; init; }
    public Guid? ByPersonId { get; init; }
    public required string What { get; init; }
    public required string ObjectKind { get; init; }
    public Guid ObjectId { get; init; }
    public string? ScopeKind { get; init; }
    public Guid? ScopeId { get; init; }
    public Guid? PersonId { get; init; }
    public required string Data { get; init; }
    /// <summary>Salt of the payload's commitment, so that an erased payload cannot be guessed from the seal.</summary>
    public required byte[] Salt { get; init; }
    public string? From { get; init; }
}

internal sealed class JournalEntryConfiguration : IEntityTypeConfiguration<JournalEntry>
{
    public void Configure(EntityTypeBuilder<JournalEntry> b)
    {
        b.ToTable("platform_journal");
        b.HasKey(x => x.Seq);
        b.Property(x => x.Seq).ValueGeneratedOnAdd();
        b.Property(x => x.Site).HasMaxLength(40);
        b.Property(x => x.What).HasMaxLength(80);
        b.Property(x => x.ObjectKind).HasMaxLength(60);
        b.Property(x => x.ScopeKind).HasMaxLength(20);
        b.Property(x => x.From).HasMaxLength(64);
        b.HasIndex(x => new { x.Xid, x.Seq });
        b.HasIndex(x => x.ObjectId);
    }

    /// <summary>A lower number can commit later on PostgreSQL: readers order by transaction and stop below the oldest running one.</summary>
    public static void ForPostgres(ModelBuilder model) =>
        model.Entity<JournalEntry>().Property(x => x.Xid).HasDefaultValueSql("pg_current_xact_id()::text::bigint").ValueGeneratedOnAdd();
}

/// <summary>A place in the journal: rows at or before it have been seen. Text form <c>xid.seq</c>.</summary>
public readonly record struct JournalCursor(long Xid, long Seq) : IComparable<JournalCursor>
{
    public static readonly JournalCursor Start = new(0, 0);
    public int CompareTo(JournalCursor other) => Xid != other.Xid ? Xid.CompareTo(other.Xid) : Seq.CompareTo(other.Seq);
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Xid}.{Seq}");

    public static JournalCursor? Parse(string? text) =>
        text?.Split('.') is [var xid, var seq] && long.TryParse(xid, CultureInfo.InvariantCulture, out var x) && long.TryParse(seq, CultureInfo.InvariantCulture, out var s) ? new(x, s) : null;
}

/// <summary>A journal row as listeners, the sealer and feeds read it.</summary>
public sealed record JournalRow(JournalCursor Cursor, string Site, DateTime At, Guid? ByPersonId, string What, string ObjectKind, Guid ObjectId,
    string? ScopeKind, Guid? ScopeId, Guid? PersonId, string Data, byte[] Salt, string? From)
{
    /// <summary>The state after the act, as the writer gave it; null where it gave none.</summary>
    public T? After<T>() => JournalJson.Part<T>(Data, "after");

    /// <summary>The state before the act, as the writer gave it; null where it gave none.</summary>
    public T? Before<T>() => JournalJson.Part<T>(Data, "before");
}
