using Alys.Content.Media;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alys.Content.Recordings;

/// <summary>What is made of a recording, lightest first.</summary>
internal enum Rung
{
    /// <summary>Only the sound.</summary>
    Sound,
    /// <summary>The sound with a picture a second: slides.</summary>
    Slides,
    /// <summary>240 lines.</summary>
    Low,
    /// <summary>480 lines.</summary>
    High,
    /// <summary>The sound as one plain file, to take along.</summary>
    SoundFile,
    /// <summary>240 lines as one plain file.</summary>
    VideoFile,
    /// <summary>The picture that stands where the player will be.</summary>
    Poster,
}

/// <summary>One file made of a recording. The rungs of the ladder have a playlist; the plain files and the poster have none.</summary>
internal sealed class MediaRung
{
    public Guid MediaId { get; init; }
    public Rung Rung { get; init; }
    public required string Hash { get; init; }
    public long Bytes { get; init; }
    public long Milliseconds { get; init; }
    public int Width { get; init; }
    public int Height { get; init; }
    public string? Playlist { get; init; }
    public int Bandwidth { get; init; }
    public string? Codecs { get; init; }

    public bool IsLadder => Rung <= Rung.High;

    /// <summary>Last part of its address. It holds the hash, so what it leads to never changes.</summary>
    public string Name => NameOf(Hash, Rung);

    public string ContentType => Rung switch { Rung.Sound or Rung.SoundFile => "audio/mp4", Rung.Poster => "image/webp", _ => "video/mp4" };

    public static string NameOf(string hash, Rung rung) => hash[..StoredMedia.KeyLength] + rung switch { Rung.Sound or Rung.SoundFile => ".m4a", Rung.Poster => ".webp", _ => ".mp4" };

    /// <summary>Name of its playlist.</summary>
    public static string PlaylistOf(Rung rung) => rung.ToString().ToLowerInvariant() + ".m3u8";

    /// <summary>The playlist of the whole ladder: pictures first, the lightest first, since a player begins with the first that it can play.</summary>
    public static string Ladder(IEnumerable<MediaRung> rungs)
    {
        var text = new System.Text.StringBuilder("#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-INDEPENDENT-SEGMENTS\n");
        foreach (var rung in rungs.Where(r => r.IsLadder).OrderBy(r => r.Rung == Rung.Sound).ThenBy(r => r.Rung))
        {
            var average = rung.Milliseconds == 0 ? rung.Bandwidth : rung.Bytes * 8000 / rung.Milliseconds;
            text.Append(CultureInfo.InvariantCulture, $"#EXT-X-STREAM-INF:BANDWIDTH={rung.Bandwidth},AVERAGE-BANDWIDTH={average},CODECS=\"{rung.Codecs}\"");
            // hls.js orders by lines before it looks at bits; the slides have more lines than the video above them, so they keep theirs to themselves.
            if (rung is { Width: > 0, Rung: not Rung.Slides }) text.Append(CultureInfo.InvariantCulture, $",RESOLUTION={rung.Width}x{rung.Height}");
            text.Append('\n').Append(PlaylistOf(rung.Rung)).Append('\n');
        }
        return text.ToString();
    }
}

internal sealed class MediaRungConfiguration : IEntityTypeConfiguration<MediaRung>
{
    public void Configure(EntityTypeBuilder<MediaRung> b)
    {
        b.ToTable("content_media_rungs");
        b.HasKey(x => new { x.MediaId, x.Rung });
        b.Property(x => x.Hash).HasMaxLength(64);
        b.Property(x => x.Codecs).HasMaxLength(60);
        b.HasOne<StoredMedia>().WithMany().HasForeignKey(x => x.MediaId);
        b.Ignore(x => x.IsLadder);
        b.Ignore(x => x.Name);
        b.Ignore(x => x.ContentType);
    }
}
