using Alys.Content.Packs;
using Alys.Content.Recordings;
using Alys.Content.Text;

namespace Alys.Content.Media;

/// <summary>Bytes that are on disk with their light variants, not yet part of a pack.</summary>
internal sealed record PreparedMedia(string Hash, long Bytes, string FileName, string ContentType, StoredFile? Light, StoredFile? Full)
{
    /// <summary>The light picture in AVIF, where that is smaller.</summary>
    public StoredFile? Avif { get; init; }

    /// <summary>What a recording is, where ffmpeg could look.</summary>
    public RecordingFacts? Recording { get; init; }

    public string Key => Hash[..StoredMedia.KeyLength];

    public TextTarget Target => MediaStore.IsPlayable(FileName) ? new TextTarget.Player(Key, Path.GetFileNameWithoutExtension(FileName)) : Light is { } light ? new TextTarget.Picture(Key, light.Length) : new TextTarget.File(Key, Bytes);
}

/// <summary>Stores files of packs. What is written before an act is content-addressed, so an act that fails leaves nothing that anyone could see.</summary>
internal sealed class MediaStore(Files files, Ffmpeg ffmpeg, ContentOptions options, PlatformOptions platform)
{
    // What a browser may open by itself; everything else is only ever handed over as a download.
    private static readonly Dictionary<string, string> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        [".pdf"] = "application/pdf", [".txt"] = "text/plain; charset=utf-8", [".csv"] = "text/csv; charset=utf-8", [".zip"] = "application/zip",
        [".docx"] = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        [".xlsx"] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        [".pptx"] = "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        [".odt"] = "application/vnd.oasis.opendocument.text", [".ods"] = "application/vnd.oasis.opendocument.spreadsheet",
        [".mov"] = "video/quicktime", [".mkv"] = "video/x-matroska", [".avi"] = "video/x-msvideo", [".m4v"] = "video/mp4", [".mpg"] = "video/mpeg",
        [".mpeg"] = "video/mpeg", [".wmv"] = "video/x-ms-wmv", [".wav"] = "audio/wav", [".flac"] = "audio/flac", [".aac"] = "audio/aac",
        [".mp3"] = "audio/mpeg", [".ogg"] = "audio/ogg", [".opus"] = "audio/ogg", [".m4a"] = "audio/mp4", [".mp4"] = "video/mp4", [".webm"] = "video/webm",
        [".jpg"] = "image/jpeg", [".jpeg"] = "image/jpeg", [".png"] = "image/png", [".webp"] = "image/webp", [".gif"] = "image/gif",
    };

    // What ffprobe calls the format of a file that bears the name rightly.
    private static readonly Dictionary<string, string> Containers = new(StringComparer.Ordinal)
    {
        [".mp4"] = "mp4", [".m4v"] = "mp4", [".mov"] = "mov", [".m4a"] = "m4a", [".mkv"] = "matroska", [".webm"] = "webm", [".avi"] = "avi", [".mpg"] = "mpeg mpegts",
        [".mpeg"] = "mpeg mpegts", [".wmv"] = "asf", [".mp3"] = "mp3", [".ogg"] = "ogg", [".opus"] = "ogg", [".wav"] = "wav", [".flac"] = "flac", [".aac"] = "aac",
    };

    // Nobody studies by running a program, and a mail filter would not let it through either.
    private static readonly HashSet<string> Programs = new(StringComparer.OrdinalIgnoreCase)
    {
        ".exe", ".msi", ".com", ".scr", ".bat", ".cmd", ".ps1", ".vbs", ".js", ".jar", ".dll", ".sh", ".lnk", ".hta", ".html", ".htm", ".xhtml", ".svg",
    };

    // Larger pictures are stored as plain files: making variants needs them in memory.
    private const long MaxPictureBytes = 30_000_000;

    /// <summary>Largest recording, in megabytes; the server's own limit of an upload stands above it.</summary>
    public int VideoMegabytes => Math.Min(options.VideoMegabytes, platform.UploadMegabytes);

    /// <summary>As <see cref="Prepare"/>, for what a person uploads.</summary>
    /// <exception cref="Refusal">Too large, empty, a program, or not what its name says.</exception>
    public Task<PreparedMedia> PrepareTyped(Stream content, string fileName, CancellationToken ct)
    {
        var name = Path.GetFileName(fileName.Replace('\\', '/'));
        if (Programs.Contains(Path.GetExtension(name))) throw new Refusal("content.refusal.program", name) { Field = "Upload" };
        if (name.Length > 300) throw new Refusal("content.refusal.long-title", 300) { Field = "Upload" };
        return Prepare(content, name, (IsPlayable(name) ? VideoMegabytes : options.MediaMegabytes) * 1024L * 1024, ct);
    }

    /// <exception cref="Refusal">Too large, empty, or a picture that can't be read.</exception>
    public async Task<PreparedMedia> Prepare(Stream content, string fileName, long maxBytes, CancellationToken ct)
    {
        var name = Path.GetFileName(fileName.Replace('\\', '/'));
        var stored = await files.Put(content, maxBytes, ct);
        if (stored.Length == 0) throw new Refusal("content.refusal.empty-file", name) { Field = "Upload" };
        var bytes = stored.Length <= MaxPictureBytes && IsPictureName(name) ? await Read(stored.Hash, ct) : null;
        if (bytes is null)
        {
            if (IsPlayable(name)) return await PrepareRecording(stored, name, ct);
            return new PreparedMedia(stored.Hash, stored.Length, name, TypeOf(name), null, null);
        }
        try
        {
            var image = await Task.Run(() => LightImages.Make(bytes), ct);
            return new PreparedMedia(stored.Hash, stored.Length, name, LightImages.TypeOf(bytes)!,
                await files.Put(new MemoryStream(image.Light.Bytes), maxBytes, ct), await files.Put(new MemoryStream(image.Full.Bytes), maxBytes, ct))
            {
                Avif = image.Avif is { } avif ? await files.Put(new MemoryStream(avif.Bytes), maxBytes, ct) : null,
            };
        }
        catch (ImageNotReadException wrong)
        {
            throw new Refusal("content.refusal.picture", name, wrong.Message) { Field = "Upload" };
        }
    }

    // Without ffmpeg the file is kept unseen; the conversion looks at it once there is one.
    private async Task<PreparedMedia> PrepareRecording(StoredFile stored, string name, CancellationToken ct)
    {
        var prepared = new PreparedMedia(stored.Hash, stored.Length, name, TypeOf(name), null, null);
        if (!ffmpeg.IsThere) return prepared;
        try
        {
            var (facts, format) = await ffmpeg.Probe(files.PathOf(stored.Hash), ct);
            if (!Containers[Path.GetExtension(name).ToLowerInvariant()].Split(' ').Intersect(format.Split(',')).Any()) throw new Refusal("content.refusal.mislabelled", name) { Field = "Upload" };
            if (facts.Milliseconds > options.RecordingMinutes * 60_000L) throw new Refusal("content.refusal.long-recording", name, options.RecordingMinutes) { Field = "Upload" };
            return prepared with { Recording = facts };
        }
        catch (FfmpegException)
        {
            throw new Refusal("content.refusal.recording", name) { Field = "Upload" };
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
            LightHash = media.Light?.Hash, LightBytes = media.Light?.Length, AvifHash = media.Avif?.Hash, AvifBytes = media.Avif?.Length, FullHash = media.Full?.Hash, FullBytes = media.Full?.Length,
            Kind = KindOf(media), Milliseconds = media.Recording?.Milliseconds is > 0 and var length ? length : null, Title = TitleOf(media.FileName), Licence = licence, Origin = origin, Language = pack.Language, SourcePath = sourcePath, At = act.Now,
            ByPersonId = act.Reader.IsSignedIn ? act.Reader.PersonId : null,
        };
        act.Db.Add(stored);
        if (stored.IsRecording) act.Db.Add(new Conversion { MediaId = stored.Id, AskedAt = act.Now });
        return stored;
    }

    /// <summary>Adds what a person has uploaded and said.</summary>
    public static async Task<StoredMedia> AddTyped(Act act, Pack pack, PreparedMedia prepared, MediaForm form)
    {
        if (await act.Db.Media.FirstOrDefaultAsync(m => m.PackId == pack.Id && m.Hash == prepared.Hash, act.Ct) is { } known) throw new Refusal("content.refusal.media-known", known.No, known.Title) { Field = "Upload" };
        var media = await Add(act, pack, prepared, await NextNo(act.Db, pack, act.Ct), "", form.Origin, sourcePath: null);
        if (string.IsNullOrWhiteSpace(form.Title)) form.Title = media.Title;
        media.Describe(form);
        act.Wrote("content.media.stored", media, pack.Scope, after: new { packId = pack.Id, media.No, media.FileName, media.Hash, media.Bytes, said = media.Said });
        return media;
    }

    public static async Task<int> NextNo(Db db, Pack pack, CancellationToken ct) =>
        (await db.Media.Where(m => m.PackId == pack.Id).MaxAsync(m => (int?)m.No, ct) ?? 0) + 1;

    public static bool IsPictureName(string name) => TypeOf(name).StartsWith("image/", StringComparison.Ordinal);

    public static bool IsPlayable(string name) => TypeOf(name) is { } type && (type.StartsWith("video/", StringComparison.Ordinal) || type.StartsWith("audio/", StringComparison.Ordinal));

    private static MediaKind KindOf(PreparedMedia media) => media.ContentType.Split('/')[0] switch
    {
        "image" => MediaKind.Image,
        _ when media.Recording is { } recording => recording.HasVideo ? MediaKind.Video : MediaKind.Audio,
        "video" => MediaKind.Video,
        "audio" => MediaKind.Audio,
        "text" => MediaKind.Document,
        _ when media.ContentType is "application/octet-stream" or "application/zip" => MediaKind.Other,
        _ => MediaKind.Document,
    };

    private static string TitleOf(string fileName) => Path.GetFileNameWithoutExtension(fileName) is { Length: > 0 } title ? title : fileName;

    private static string TypeOf(string name) => Types.GetValueOrDefault(Path.GetExtension(name), "application/octet-stream");

    private async Task<byte[]> Read(string hash, CancellationToken ct)
    {
        await using var stream = files.Open(hash);
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy, ct);
        return copy.ToArray();
    }
}
