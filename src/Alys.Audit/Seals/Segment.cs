using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alys.Audit;

/// <summary>
/// A closed piece of the journal: the place, commitment and hash of each of its rows in order, and a hash over them and the segment before.
/// Rows are never added to it. Not signed yet.
/// </summary>
internal sealed class Segment : Entity
{
    private static readonly byte[] Label = "alys-segment-1"u8.ToArray();

    private Segment() { }

    /// <summary>1, 2, 3 … without gaps.</summary>
    public int No { get; private init; }
    public DateTime At { get; private init; }
    public int Rows { get; private init; }
    public long LastXid { get; private init; }
    public long LastSeq { get; private init; }
    /// <summary>The rows' <see cref="SealedRow"/>s, one after the other.</summary>
    public byte[] Entries { get; private init; } = [];
    public byte[] PreviousHash { get; private init; } = [];
    public byte[] Hash { get; private init; } = [];

    public JournalCursor Last => new(LastXid, LastSeq);
    public string HashText => Convert.ToHexStringLower(Hash);

    public static Segment Close(Segment? before, IReadOnlyList<JournalRow> rows, DateTime now)
    {
        var entries = new byte[rows.Count * SealedRow.Length];
        for (var i = 0; i < rows.Count; i++) SealedRow.Of(rows[i]).WriteTo(entries.AsSpan(i * SealedRow.Length));
        var no = (before?.No ?? 0) + 1;
        var previous = before?.Hash ?? new byte[SHA256.HashSizeInBytes];
        return new Segment
        {
            No = no,
            At = now,
            Rows = rows.Count,
            LastXid = rows[^1].Cursor.Xid,
            LastSeq = rows[^1].Cursor.Seq,
            Entries = entries,
            PreviousHash = previous,
            Hash = HashOf(no, previous, entries),
        };
    }

    /// <summary>The sealed rows in order.</summary>
    public IEnumerable<SealedRow> Sealed() =>
        Enumerable.Range(0, Entries.Length / SealedRow.Length).Select(i => SealedRow.Read(Entries.AsSpan(i * SealedRow.Length, SealedRow.Length)));

    /// <summary>Follows the segment before and holds what its own hash says.</summary>
    public bool Follows(Segment? before)
    {
        var previous = before?.Hash ?? new byte[SHA256.HashSizeInBytes];
        return No == (before?.No ?? 0) + 1
            && Entries.Length == Rows * SealedRow.Length && Rows > 0
            && SealedRow.Read(Entries.AsSpan(Entries.Length - SealedRow.Length)).Cursor == Last
            && PreviousHash.AsSpan().SequenceEqual(previous)
            && Hash.AsSpan().SequenceEqual(HashOf(No, previous, Entries));
    }

    private static byte[] HashOf(int no, byte[] previous, byte[] entries)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, no);
        hash.AppendData(Label);
        hash.AppendData(number);
        hash.AppendData(previous);
        hash.AppendData(entries);
        return hash.GetHashAndReset();
    }
}

/// <summary>
/// What the seal keeps of a row. The hash covers every field, the payload only through its salted commitment, so that a payload and its salt may
/// lawfully be erased later without breaking the chain.
/// </summary>
internal readonly record struct SealedRow(JournalCursor Cursor, string Commitment, string Hash)
{
    public const int Length = 16 + 2 * SHA256.HashSizeInBytes;

    public static SealedRow Of(JournalRow row)
    {
        var commitment = SHA256.HashData([.. row.Salt, .. Encoding.UTF8.GetBytes(row.Data)]);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        // Each field goes in with its length, so that no two different rows give the same bytes.
        void Add(string? text)
        {
            var bytes = Encoding.UTF8.GetBytes(text ?? "");
            Span<byte> length = stackalloc byte[4];
            BinaryPrimitives.WriteInt32BigEndian(length, text == null ? -1 : bytes.Length);
            hash.AppendData(length);
            hash.AppendData(bytes);
        }
        Add(row.Cursor.ToString());
        Add(row.Site);
        Add(row.At.ToString("O", CultureInfo.InvariantCulture));
        Add(row.ByPersonId?.ToString("N"));
        Add(row.What);
        Add(row.ObjectKind);
        Add(row.ObjectId.ToString("N"));
        Add(row.ScopeKind);
        Add(row.ScopeId?.ToString("N"));
        Add(row.PersonId?.ToString("N"));
        Add(row.From);
        hash.AppendData(commitment);
        return new SealedRow(row.Cursor, Convert.ToHexStringLower(commitment), Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    public void WriteTo(Span<byte> to)
    {
        BinaryPrimitives.WriteInt64BigEndian(to, Cursor.Xid);
        BinaryPrimitives.WriteInt64BigEndian(to[8..], Cursor.Seq);
        Convert.FromHexString(Commitment).CopyTo(to[16..]);
        Convert.FromHexString(Hash).CopyTo(to[(16 + SHA256.HashSizeInBytes)..]);
    }

    public static SealedRow Read(ReadOnlySpan<byte> from) => new(
        new JournalCursor(BinaryPrimitives.ReadInt64BigEndian(from), BinaryPrimitives.ReadInt64BigEndian(from[8..])),
        Convert.ToHexStringLower(from.Slice(16, SHA256.HashSizeInBytes)),
        Convert.ToHexStringLower(from.Slice(16 + SHA256.HashSizeInBytes, SHA256.HashSizeInBytes)));
}

internal sealed class SegmentConfiguration : IEntityTypeConfiguration<Segment>
{
    public void Configure(EntityTypeBuilder<Segment> b)
    {
        b.ToTable("audit_segments");
        b.HasIndex(x => x.No).IsUnique();
        b.Ignore(x => x.Last);
        b.Ignore(x => x.HashText);
    }
}

internal static class AuditSets
{
    extension(Db db)
    {
        public DbSet<Segment> Segments => db.Set<Segment>();
        public DbSet<Verification> Verifications => db.Set<Verification>();
        public DbSet<JournalLine> JournalLines => db.Set<JournalLine>();
    }
}
