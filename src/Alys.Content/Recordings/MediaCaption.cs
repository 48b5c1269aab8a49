using Alys.Content.Media;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alys.Content.Recordings;

/// <summary>The words of a recording in one language, as WebVTT: captions for who doesn't hear them, and a text for who has no line to watch.</summary>
internal sealed class MediaCaption
{
    public Guid MediaId { get; init; }
    public required string Language { get; init; }
    public required string Vtt { get; set; }
    public DateTime At { get; set; }
}

internal sealed class MediaCaptionConfiguration : IEntityTypeConfiguration<MediaCaption>
{
    public void Configure(EntityTypeBuilder<MediaCaption> b)
    {
        b.ToTable("content_media_captions");
        b.HasKey(x => new { x.MediaId, x.Language });
        b.Property(x => x.Language).HasMaxLength(2);
        b.HasOne<StoredMedia>().WithMany().HasForeignKey(x => x.MediaId);
    }
}
