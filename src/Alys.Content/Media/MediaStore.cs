using Alys.Content.Packs;
using Alys.Content.Text;

namespace Alys.Content.Media;

/// <summary>Bytes that are on disk with their light variants, not yet part of a pack.</summary>
internal sealed record PreparedMedia(string Hash, long Bytes, string FileName, string ContentType, StoredFile? Light, StoredFile? Full)
{
    public string Key => Hash[..StoredMedia.KeyLength];

    public TextTarget Target => Light is { } light ? new TextTarget.Picture(Key, light.Length) : new TextTarget.File(Key, Bytes);
}

/// <summary>Stores files of packs. What is written before an act is content-addressed, so an act that fails leaves nothing that anyone could see.</summary>
internal sealed class MediaStore(Files files)
{
    // What a browser may open by itself; everything else is only ever handed over as a download.
    private static readonly Dictionary<string, string> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        [".pdf"] = "application/pdf", [".txt"] = "text/plain; charset=utf-8", [".csv"] = "text/csv; charset=utf-8", [".zip"] = "application/zip",
        [".docx"] = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        [".xlsx"] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        [".pptx"] = "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        [".odt"] = "application/vnd.oasis.opendocument.text", [".ods"] = "application/vnd.oasis.opendocument.spreadsheet",
        [".mp3"] = "audio/mpeg", [".ogg"] = "audio/ogg", [".opus"] = "audio/ogg", [".m4a"] = "audio/mp4", [".mp4"] = "video/mp4", [".webm"] = "video/webm",
        [".jpg"] = "image/jpeg", [".jpeg"] = "image/jpeg", [".png"] = "image/png", [".webp"] = "image/webp", [".gif"] = "image/gif",
    };

    // Larger pictures are stored as plain files: making variants needs them in memory.
    private const long MaxPictureBytes = 30_000_000;

    /// <exception cref="Refusal">Too large, empty, or a picture that can't be read.</exception>
    public async Task<PreparedMedia> Prepare(Stream content, string fileName, long maxBytes, CancellationToken ct)
    {
        var name = Path.GetFileName(fileName.Replace('\\', '/'));
        var stored = await files.Put(content, maxBytes, ct);
        if (stored.Length == 0) throw new Refusal("content.refusal.empty-file", name) { Field = "Upload" };
        var bytes = stored.Length <= MaxPictureBytes && IsPictureName(name) ? await Read(stored.Hash, ct) : null;
        if (bytes is null)
        {
            return new PreparedMedia(stored.Hash, stored.Length, name, TypeOf(name), null, null);
        }
        try
        {
            var image = await Task.Run(() => LightImages.Make(bytes), ct);
            return new PreparedMedia(stored.Hash, stored.Length, name, LightImages.TypeOf(bytes)!,
                await files.Put(new MemoryStream(image.Light.Bytes), maxBytes, ct), await files.Put(new MemoryStream(image.Full.Bytes), maxBytes, ct));
        }
        catch (ImageNotReadException wrong)
        {
            throw new Refusal("content.refusal.picture", name, wrong.Message) { Field = "Upload" };
        }
    }

    public static async Task<StoredMedia> Add(Act act, Pack pack, PreparedMedia media, int no, string licence, MediaOrigin origin, string? sourcePath)
    {
        if (await act.Db.Media.FirstOrDefaultAsync(m => m.PackId == pack.Id && m.Hash == media.Hash, act.Ct) is { } known)
        {
            return known;
        }
        var stored = new StoredMedia
        {
            PackId = pack.Id, No = no, Key = media.Key, Hash = media.Hash, FileName = media.FileName, ContentType = media.ContentType, Bytes = media.Bytes,
            LightHash = media.Light?.Hash, LightBytes = media.Light?.Length, FullHash = media.Full?.Hash, FullBytes = media.Full?.Length,
            Licence = licence, Origin = origin, Language = pack.Language, SourcePath = sourcePath, At = act.Now,
            ByPersonId = act.Reader.IsSignedIn ? act.Reader.PersonId : null,
        };
        act.Db.Add(stored);
        return stored;
    }

    public static async Task<int> NextNo(Db db, Pack pack, CancellationToken ct) =>
        (await db.Media.Where(m => m.PackId == pack.Id).MaxAsync(m => (int?)m.No, ct) ?? 0) + 1;

    public static bool IsPictureName(string name) => TypeOf(name).StartsWith("image/", StringComparison.Ordinal);

    private static string TypeOf(string name) => Types.GetValueOrDefault(Path.GetExtension(name), "application/octet-stream");

    private async Task<byte[]> Read(string hash, CancellationToken ct)
    {
        await using var stream = files.Open(hash);
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy, ct);
        return copy.ToArray();
    }
}
