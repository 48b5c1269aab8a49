using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;

namespace Alys.Platform;

/// <summary>A stored file: lower-case hexadecimal SHA-256 of its bytes, and its length in bytes.</summary>
public readonly record struct StoredFile(string Hash, long Length);

/// <summary>Content-addressed files in the data folder. A file is on disk, synced under its name, before <see cref="Put"/> returns.</summary>
public sealed partial class Files
{
    private readonly string _folder;

    internal Files(PlatformOptions options)
    {
        _folder = options.FilesFolder;
        Directory.CreateDirectory(Path.Combine(_folder, "incoming"));
    }

    /// <summary>Stores what the stream holds.</summary>
    /// <param name="content">Read to its end.</param>
    /// <param name="maxBytes">Largest size taken, in bytes.</param>
    /// <param name="ct">Cancels the reading; nothing is kept then.</param>
    /// <exception cref="Refusal">More than <paramref name="maxBytes"/>, or the disk is full.</exception>
    public async Task<StoredFile> Put(Stream content, long maxBytes, CancellationToken ct)
    {
        var incoming = Path.Combine(_folder, "incoming", Guid.CreateVersion7().ToString("N"));
        try
        {
            string hash;
            long length = 0;
            await using (var file = new FileStream(incoming, FileMode.CreateNew, FileAccess.Write, FileShare.None, 81920, FileOptions.Asynchronous))
            {
                using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
                var buffer = new byte[81920];
                for (int read; (read = await content.ReadAsync(buffer, ct)) > 0;)
                {
                    length += read;
                    if (length > maxBytes) throw new Refusal("platform.refusal.file-too-large", maxBytes / 1024 / 1024);
                    sha.AppendData(buffer, 0, read);
                    await file.WriteAsync(buffer.AsMemory(0, read), ct);
                }
                hash = Convert.ToHexStringLower(sha.GetHashAndReset());
                await file.FlushAsync(ct);
                RandomAccess.FlushToDisk(file.SafeFileHandle);
            }
            var place = PathOf(hash);
            if (!File.Exists(place))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(place)!);
                File.Move(incoming, place, overwrite: true);
                SyncFolder(Path.GetDirectoryName(place)!);
            }
            return new(hash, length);
        }
        catch (IOException full) when ((full.HResult & 0xFFFF) is 28 or 0x70)
        {
            throw new Refusal("platform.refusal.disk-full") { Status = StatusCodes.Status507InsufficientStorage };
        }
        finally
        {
            File.Delete(incoming);
        }
    }

    /// <summary>Opens a stored file for reading.</summary>
    /// <exception cref="FileNotFoundException">No file with that hash.</exception>
    public Stream Open(string hash) => new FileStream(PathOf(hash), FileMode.Open, FileAccess.Read, FileShare.Read, 81920, FileOptions.Asynchronous | FileOptions.SequentialScan);

    public bool Exists(string hash) => File.Exists(PathOf(hash));

    /// <summary>Sends a stored file, by ranges where asked. Whatever it is, it opens without rights in the browser (sandbox, nosniff).</summary>
    public IActionResult Send(string hash, string contentType, string? downloadName = null) =>
        new StoredFileResult(PathOf(hash), contentType, downloadName, hash);

    /// <summary>Where a stored file lies, for a program outside that must read it itself.</summary>
    /// <exception cref="FileNotFoundException">Not a hash.</exception>
    public string PathOf(string hash)
    {
        if (hash.Length != 64 || hash.AsSpan().ContainsAnyExcept("0123456789abcdef")) throw new FileNotFoundException("Not a hash");
        return Path.GetFullPath(Path.Combine(_folder, hash[..2], hash[2..4], hash));
    }

    private static void SyncFolder(string folder)
    {
        if (!OperatingSystem.IsLinux()) return;
        var handle = open(folder, 0);
        if (handle < 0) return;
        _ = fsync(handle);
        _ = close(handle);
    }

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)] private static partial int open(string path, int flags);
    [LibraryImport("libc")] private static partial int fsync(int handle);
    [LibraryImport("libc")] private static partial int close(int handle);

    private sealed class StoredFileResult(string path, string contentType, string? downloadName, string hash) : IActionResult
    {
        public Task ExecuteResultAsync(ActionContext context)
        {
            if (!File.Exists(path))
            {
                context.HttpContext.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
            }
            var headers = context.HttpContext.Response.Headers;
            headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";
            headers.XContentTypeOptions = "nosniff";
            headers.CacheControl = "private, max-age=31536000, immutable";
            return new PhysicalFileResult(Path.GetFullPath(path), contentType)
            {
                EnableRangeProcessing = true,
                FileDownloadName = downloadName,
                EntityTag = new EntityTagHeaderValue($"\"{hash[..32]}\""),
            }.ExecuteResultAsync(context);
        }
    }
}
