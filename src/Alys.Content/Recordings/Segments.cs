using System.Buffers.Binary;
using System.Text;

namespace Alys.Content.Recordings;

/// <summary>
/// Where the segments of a fragmented MP4 lie, read from its index (box sidx, ISO/IEC 14496-12). So one file is both what a browser plays by itself and what an HLS
/// playlist cuts by byte ranges; there are no hundreds of small files.
/// </summary>
internal sealed record Segments(long Init, IReadOnlyList<(long Bytes, double Seconds)> Parts, long Start, string Codecs)
{
    // The header of a lecture of four hours is some tens of kilobytes.
    private const int MaxBox = 4_000_000;

    public double Seconds => Parts.Sum(p => p.Seconds);

    /// <summary>The heaviest segment in bits per second, as EXT-X-STREAM-INF wants it.</summary>
    public int Bandwidth => (int)Parts.Max(p => p.Bytes * 8 / Math.Max(0.001, p.Seconds));

    /// <exception cref="InvalidDataException">Not a fragmented MP4 with an index before its first fragment.</exception>
    public static async Task<Segments> Read(Stream file, CancellationToken ct)
    {
        var header = new byte[8];
        long at = 0, init = 0;
        List<(long, double)>? parts = null;
        var codecs = "";
        while (await file.ReadAtLeastAsync(header, 8, throwOnEndOfStream: false, ct) == 8)
        {
            var size = BinaryPrimitives.ReadUInt32BigEndian(header);
            var type = Encoding.ASCII.GetString(header, 4, 4);
            if (type is "moof" or "mdat") break;
            if (size is < 8 or > MaxBox) throw new InvalidDataException($"Box {type} of {size} bytes");
            var body = new byte[size - 8];
            await file.ReadExactlyAsync(body, ct);
            at += size;
            if (type == "moov") (init, codecs) = (at, CodecsOf(body));
            // The first index is that of the picture where there is one; both cut at the same bytes.
            if (type == "sidx") parts ??= Index(body);
        }
        if (init == 0 || parts is not { Count: > 0 }) throw new InvalidDataException("No index");
        return new Segments(init, parts, at, codecs);
    }

    /// <summary>The playlist of this file (RFC 8216), with its address relative to the playlist's own.</summary>
    public string Playlist(string address)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-TARGETDURATION:{(int)Math.Ceiling(Parts.Max(p => p.Seconds))}\n#EXT-X-PLAYLIST-TYPE:VOD\n#EXT-X-INDEPENDENT-SEGMENTS\n");
        text.Append(CultureInfo.InvariantCulture, $"#EXT-X-MAP:URI=\"{address}\",BYTERANGE=\"{Init}@0\"\n");
        var at = Start;
        foreach (var (bytes, seconds) in Parts)
        {
            text.Append(CultureInfo.InvariantCulture, $"#EXTINF:{seconds:0.000},\n#EXT-X-BYTERANGE:{bytes}@{at}\n{address}\n");
            at += bytes;
        }
        return text.Append("#EXT-X-ENDLIST\n").ToString();
    }

    private static List<(long, double)> Index(ReadOnlySpan<byte> box)
    {
        var isLong = box[0] != 0;
        var scale = BinaryPrimitives.ReadUInt32BigEndian(box[8..]);
        var offset = isLong ? 28 : 20;
        var count = BinaryPrimitives.ReadUInt16BigEndian(box[(offset + 2)..]);
        var parts = new List<(long, double)>(count);
        for (var i = 0; i < count; i++)
        {
            var entry = box.Slice(offset + 4 + i * 12, 12);
            parts.Add((BinaryPrimitives.ReadUInt32BigEndian(entry) & 0x7fffffff, BinaryPrimitives.ReadUInt32BigEndian(entry[4..]) / (double)scale));
        }
        return parts;
    }

    // Profile, compatibility and level stand in the box avcC (RFC 6381); the sound is always AAC-LC here.
    private static string CodecsOf(ReadOnlySpan<byte> moov)
    {
        var picture = moov.IndexOf("avcC"u8);
        var names = new List<string>();
        if (picture >= 0) names.Add("avc1." + Convert.ToHexStringLower(moov.Slice(picture + 5, 3)));
        if (moov.IndexOf("mp4a"u8) >= 0) names.Add("mp4a.40.2");
        return string.Join(',', names);
    }
}
