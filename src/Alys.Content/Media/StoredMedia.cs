using Alys.Content.Packs;
using Alys.Content.Text;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alys.Content.Media;

internal enum MediaOrigin { Own, Purchased }

/// <summary>A file of a pack with where it comes from and on what terms (clauses 3.2, 10.d–e). A picture has its light variants beside it.</summary>
internal sealed class StoredMedia : NumberedEntity, IVersionedRow
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
    public string? AvifHash { get; init; }
    public long? AvifBytes { get; init; }
    public string? FullHash { get; init; }
    public long? FullBytes { get; init; }
    public MediaKind Kind { get; set; }

    /// <summary>How long a recording plays; null while nobody has looked.</summary>
    public long? Milliseconds { get; set; }
    public required string Title { get; set; }

    /// <summary>What a picture shows, for who doesn't see it.</summary>
    public string Description { get; set; } = "";

    /// <summary>kk, ru, en, or zxx where nothing is said or written.</summary>
    public required string Language { get; set; }
    public MediaOrigin Origin { get; set; }

    /// <summary>Of what is not one's own: where it was taken or bought, and whose it is.</summary>
    public string Source { get; set; } = "";
    public string Holder { get; set; } = "";

    /// <summary>Code of a <see cref="Licences">licence</see>; empty while nobody has said it.</summary>
    public string Licence { get; set; } = "";

    /// <summary>Number of the contract, or whatever else the licence needs.</summary>
    public string Terms { get; set; } = "";
    public string? SourcePath { get; init; }
    public DateTime At { get; init; }
    public Guid? ByPersonId { get; init; }
    public int RowVersion { get; set; }

    public bool IsPicture => LightHash is not null;
    public bool IsRecording => Kind is MediaKind.Video or MediaKind.Audio;

    public PreparedMedia AsPrepared => new(Hash, Bytes, FileName, ContentType,
        LightHash is null ? null : new StoredFile(LightHash, LightBytes!.Value), FullHash is null ? null : new StoredFile(FullHash, FullBytes!.Value))
    {
        Avif = AvifHash is null ? null : new StoredFile(AvifHash, AvifBytes!.Value),
    };

    public TextTarget Target => IsRecording ? new TextTarget.Player(Key, Title) : LightBytes is { } light ? new TextTarget.Picture(Key, light) : new TextTarget.File(Key, Bytes);

    /// <summary>Text keys of what an author still has to say.</summary>
    public IEnumerable<string> Missing
    {
        get
        {
            if (Licence.Length == 0) yield return "content.media.missing.licence";
            if (IsPicture && Description.Length == 0) yield return "content.media.missing.description";
            if (Origin == MediaOrigin.Purchased && Source.Length == 0) yield return "content.media.missing.source";
            if (Origin == MediaOrigin.Purchased && Holder.Length == 0) yield return "content.media.missing.holder";
        }
    }

    /// <summary>Takes over what an author says of the file.</summary>
    /// <exception cref="Refusal">Something is missing or too long; the sentence says what.</exception>
    public void Describe(MediaForm form)
    {
        form.Check(this);
        (Title, Description, Language, Origin) = (form.Title!.Trim(), form.Description?.Trim() ?? "", form.Language!, form.Origin);
        (Source, Holder) = Origin == MediaOrigin.Own ? ("", form.Holder?.Trim() ?? "") : (form.Source!.Trim(), form.Holder!.Trim());
        (Licence, Terms) = (form.Licence!, form.Terms?.Trim() ?? "");
    }

    public object Said => new { Title, Description, Language, Origin, Source, Holder, Licence, Terms };
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
        b.Property(x => x.AvifHash).HasMaxLength(64);
        b.Property(x => x.FullHash).HasMaxLength(64);
        b.Property(x => x.FileName).HasMaxLength(300);
        b.Property(x => x.ContentType).HasMaxLength(100);
        b.Property(x => x.Title).HasMaxLength(MediaForm.MaxTitle);
        b.Property(x => x.Description).HasMaxLength(MediaForm.MaxDescription);
        b.Property(x => x.Source).HasMaxLength(MediaForm.MaxTitle);
        b.Property(x => x.Holder).HasMaxLength(MediaForm.MaxTitle);
        b.Property(x => x.Licence).HasMaxLength(40);
        b.Property(x => x.Terms).HasMaxLength(MediaForm.MaxTitle);
        b.Property(x => x.Language).HasMaxLength(3);
        b.Property(x => x.SourcePath).HasMaxLength(500);
        b.HasOne<Pack>().WithMany().HasForeignKey(x => x.PackId);
        b.Ignore(x => x.IsPicture);
        b.Ignore(x => x.IsRecording);
        b.Ignore(x => x.Target);
        b.Ignore(x => x.AsPrepared);
        b.Ignore(x => x.Missing);
        b.Ignore(x => x.Said);
    }
}
