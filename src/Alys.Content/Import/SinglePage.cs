using System.IO.Compression;

namespace Alys.Content.Import;

/// <summary>One text sent as it is: an archive of one lesson.</summary>
internal static class SinglePage
{
    /// <summary>The file, or an archive that holds it under its name when it is a text. The given stream is disposed of or given back.</summary>
    public static async Task<Stream> AsArchive(Stream file, string name, CancellationToken ct)
    {
        if (Path.GetExtension(name).ToLowerInvariant() is not (".md" or ".markdown" or ".html" or ".htm" or ".xhtml")) return file;
        var archive = new MemoryStream();
        await using (file)
        await using (var zip = new ZipArchive(archive, ZipArchiveMode.Create, leaveOpen: true))
        await using (var entry = await zip.CreateEntry(name, CompressionLevel.NoCompression).OpenAsync(ct))
        {
            await file.CopyToAsync(entry, ct);
        }
        archive.Position = 0;
        return archive;
    }
}
