using NetVips;

namespace Alys.Content.Text;

/// <summary>One form of a picture as it is stored.</summary>
internal sealed record ImageVariant(byte[] Bytes, int Width, int Height);

/// <param name="Avif">The light picture in AVIF, where that is smaller.</param>
internal sealed record LightImage(ImageVariant Light, ImageVariant Full, ImageVariant? Avif);

internal sealed class ImageNotReadException(string reason) : Exception(reason);

/// <summary>Makes the variants of a picture that the 50 kbit/s line can carry: WebP, at most 480 and 960 pixels wide, the lighter one also in AVIF, without the camera's metadata.</summary>
internal static class LightImages
{
    public const int LightWidth = 480;
    public const int FullWidth = 960;
    private const int PosterWidth = 320;
    private const int PosterBytes = 6000;

    // A file of kilobytes may claim gigapixels; its header is read before anything is unpacked.
    private const long MaxPixels = 60_000_000;

    // Readers that are made for pictures of the web; the library knows more, and each is code that hostile bytes would reach.
    private static readonly Dictionary<string, string> Readers = new(StringComparer.Ordinal)
    {
        ["jpegload_buffer"] = "image/jpeg", ["pngload_buffer"] = "image/png", ["webpload_buffer"] = "image/webp", ["gifload_buffer"] = "image/gif",
    };

    static LightImages()
    {
        Cache.Max = 0;
        NetVips.NetVips.Concurrency = 1;
        // What is wrong with a picture is thrown and told to the author; on the console it would only be noise.
        Log.SetLogHandler("VIPS", Enums.LogLevelFlags.Warning, (_, _, _) => { });
    }

    /// <summary>The content type of a picture that can be shown, or null.</summary>
    public static string? TypeOf(byte[] bytes)
    {
        try
        {
            return Image.FindLoadBuffer(bytes) is { } loader && Readers.TryGetValue(Canonical(loader), out var type) ? type : null;
        }
        catch (VipsException)
        {
            return null;
        }
    }

    public static LightImage Make(byte[] bytes)
    {
        if (TypeOf(bytes) is null)
        {
            throw new ImageNotReadException("not a JPEG, PNG, WebP or GIF picture");
        }
        try
        {
            using (var image = Image.NewFromBuffer(bytes, access: Enums.Access.Sequential, failOn: Enums.FailOn.Truncated))
            {
                if ((long)image.Width * image.Height > MaxPixels)
                {
                    throw new ImageNotReadException($"{image.Width} × {image.Height} pixels");
                }
                // Thumbnails forgive a file that breaks off; reading every pixel once doesn't.
                _ = image.Avg();
            }
            var light = Variant(bytes, LightWidth, 50);
            var avif = Avif(bytes);
            return new LightImage(light, Variant(bytes, FullWidth, 60), avif.Bytes.Length < light.Bytes.Length ? avif : null);
        }
        catch (VipsException wrong)
        {
            throw new ImageNotReadException(wrong.Message.Split('\n')[0].Trim());
        }
    }

    /// <summary>A picture that may stand on a page unasked: about a second at 50 kbit/s.</summary>
    public static ImageVariant Poster(byte[] bytes)
    {
        try
        {
            using var small = Image.ThumbnailBuffer(bytes, PosterWidth, height: PosterWidth * 4, size: Enums.Size.Down);
            byte[] webp = [];
            for (var quality = 60; quality >= 10 && webp.Length is 0 or > PosterBytes; quality -= 10) webp = small.WebpsaveBuffer(q: quality, effort: 6, keep: Enums.ForeignKeep.None);
            return new ImageVariant(webp, small.Width, small.Height);
        }
        catch (VipsException wrong)
        {
            throw new ImageNotReadException(wrong.Message.Split('\n')[0].Trim());
        }
    }

    private static ImageVariant Variant(byte[] bytes, int width, int quality)
    {
        using var small = Image.ThumbnailBuffer(bytes, width, height: width * 4, size: Enums.Size.Down);
        return new ImageVariant(small.WebpsaveBuffer(q: quality, effort: 4, keep: Enums.ForeignKeep.None), small.Width, small.Height);
    }

    private static ImageVariant Avif(byte[] bytes)
    {
        using var small = Image.ThumbnailBuffer(bytes, LightWidth, height: LightWidth * 4, size: Enums.Size.Down);
        return new ImageVariant(small.HeifsaveBuffer(q: 42, compression: Enums.ForeignHeifCompression.Av1, effort: 4, keep: Enums.ForeignKeep.None), small.Width, small.Height);
    }

    // «VipsForeignLoadJpegBuffer» and «jpegload_buffer» name the same reader.
    private static string Canonical(string loader) =>
        loader.StartsWith("VipsForeignLoad", StringComparison.Ordinal)
            ? loader["VipsForeignLoad".Length..].Replace("Buffer", "", StringComparison.Ordinal).Replace("Nsgif", "Gif", StringComparison.Ordinal).ToLowerInvariant() + "load_buffer"
            : loader;
}
