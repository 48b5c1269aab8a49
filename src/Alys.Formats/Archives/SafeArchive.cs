using System.Diagnostics.CodeAnalysis;
using System.IO.Compression;

namespace Alys.Formats.Archives;

/// <summary>A file of a checked archive.</summary>
/// <param name="Path">Relative path with <c>/</c> between folders, without <c>.</c>, <c>..</c> or a leading slash.</param>
/// <param name="Length">Bytes unpacked.</param>
public sealed record ArchiveFile(string Path, long Length)
{
    /// <summary>Last part of the path.</summary>
    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    /// <summary>The path without its last part; empty at the top.</summary>
    public string Folder => Path.Contains('/') ? Path[..Path.LastIndexOf('/')] : "";
}

/// <summary>
/// A ZIP from outside that was unpacked once, into nothing, before anything of it is given out: bounds, paths, duplicates, encryption,
/// truncation and checksums have all been seen to. Not safe for use by several threads at once.
/// </summary>
public sealed class SafeArchive : IDisposable
{
    readonly ZipArchive zip;
    readonly Dictionary<string, ZipArchiveEntry> entries;

    internal SafeArchive(ZipArchive zip, Dictionary<string, ZipArchiveEntry> entries, IReadOnlyList<ArchiveFile> files)
    {
        (this.zip, this.entries, Files) = (zip, entries, files);
    }

    /// <summary>All files, ordered by path (ordinal).</summary>
    public IReadOnlyList<ArchiveFile> Files { get; }

    /// <summary>Checks the whole archive.</summary>
    /// <param name="stream">Seekable; stays open as long as the archive and is disposed of by the caller.</param>
    /// <param name="limits">Null for the defaults.</param>
    /// <param name="archive">The archive, or null when a problem is an error.</param>
    /// <param name="problems">What is wrong, each with the path as its first value; lines are 0.</param>
    /// <returns>True when <paramref name="archive"/> may be read; warnings may stand in <paramref name="problems"/> even so.</returns>
    /// <exception cref="ArgumentException">The stream cannot seek.</exception>
    public static bool TryOpen(Stream stream, ArchiveLimits? limits, [NotNullWhen(true)] out SafeArchive? archive, out IReadOnlyList<Problem> problems)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (!stream.CanSeek)
        {
            throw new ArgumentException("An archive is read from a stream that can seek.", nameof(stream));
        }
        var check = new ArchiveCheck(limits ?? new ArchiveLimits());
        archive = check.Open(stream);
        problems = check.Problems;
        return archive is not null;
    }

    /// <summary>Whether a file stands at exactly this path.</summary>
    public bool Has(string path) => entries.ContainsKey(path);

    /// <summary>Opens a file for reading from its start to its end.</summary>
    /// <exception cref="KeyNotFoundException">No such file.</exception>
    public Stream OpenRead(string path) => entries[path].Open();

    /// <summary>The bytes of a file.</summary>
    /// <exception cref="KeyNotFoundException">No such file.</exception>
    public byte[] ReadAll(string path)
    {
        using var source = OpenRead(path);
        using var copy = new MemoryStream();
        source.CopyTo(copy);
        return copy.ToArray();
    }

    /// <summary>Closes the archive, not the stream beneath.</summary>
    public void Dispose() => zip.Dispose();
}
