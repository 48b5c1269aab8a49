using Alys.Content.Packs;
using Alys.Content.Text;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alys.Content.Media;

internal enum MediaOrigin { Own, Purchased }

/// <summary>A file of a pack with where it comes from and on what terms (clauses 3.2, 10.d–e). A picture has its light variants beside it.</summary>
internal sealed class StoredMedia : NumberedEntity
{
    public const int KeyLength = 16;

    public Guid PackId { get; init; }

    /// <summary>First half of the hash: the part of the address that never changes.</summary>
    public required string Key { get; init; }
    public required string Hash { get; init; }
    public required string FileName { get; init; }
    public required string ContentType { get; init; }
    public long Bytes { get; init; }
    public string? LightHash { get; init; }
    public long? LightBytes { get; init; }
    public string? FullHash { get; init; }
    public long? FullBytes { get; init; }
    public string Licence { get; init; } = "";
    public MediaOrigin Origin { get; init; }
    public required string Language { get; init; }
    public string? SourcePath { get; init; }
    public DateTime At { get; init; }
    public Guid? ByPersonId { get; init; }

    public bool IsPicture => LightHash is not null;

    public PreparedMedia AsPrepared => new(Hash, Bytes, FileName, ContentType,
        LightHash is null ? null : new StoredFile(LightHash, LightBytes!.Value), FullHash is null ? null : new StoredFile(FullHash, FullBytes!.Value));

    public TextTarget Target => LightBytes is { } light ? new TextTarget.Picture(Key, light) : new TextTarget.File(Key, Bytes);
}

internal sealed class StoredMediaConfiguration : IEntityTypeConfiguration<StoredMedia>
{
    public void Configure(EntityTypeBuilder<StoredMedia> b)
    {
        b.ToTable("content_media");
        b.HasIndex(x => new { x.PackId, x.No }).IsUnique();
        b.HasIndex(x => new { x.PackId, x.Hash }).IsUnique();
        b.HasIndex(x => x.Key);
        b.Property(x => x.Key).HasMaxLength(StoredMedia.KeyLength);
        b.Property(x => x.Hash).HasMaxLength(64);
        b.Property(x => x.LightHash).HasMaxLength(64);
        b.Property(x => x.FullHash).HasMaxLength(64);
        b.Property(x => x.FileName).HasMaxLength(300);
        b.Property(x => x.ContentType).HasMaxLength(100);
        b.Property(x => x.Licence).HasMaxLength(200);
        b.Property(x => x.Language).HasMaxLength(2);
        b.Property(x => x.SourcePath).HasMaxLength(500);
        b.HasOne<Pack>().WithMany().HasForeignKey(x => x.PackId);
        b.Ignore(x => x.IsPicture);
        b.Ignore(x => x.Target);
        b.Ignore(x => x.AsPrepared);
    }
}
