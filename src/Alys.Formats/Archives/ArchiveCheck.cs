using System.Buffers.Binary;
using System.IO.Compression;

namespace Alys.Formats.Archives;

// Unpacks everything once into nothing, counting.
sealed class ArchiveCheck(ArchiveLimits limits)
{
    long unpacked;

    internal List<Problem> Problems { get; } = [];

    internal SafeArchive? Open(Stream stream)
    {
        if (OpenZip(stream, "") is not { } zip)
        {
            return null;
        }
        var entries = new Dictionary<string, ZipArchiveEntry>(StringComparer.Ordinal);
        var files = Walk(zip, "", 0, entries);
        if (Problems.Exists(p => p.IsError))
        {
            zip.Dispose();
            return null;
        }
        return new SafeArchive(zip, entries, [.. files.OrderBy(f => f.Path, StringComparer.Ordinal)]);
    }

    ZipArchive? OpenZip(Stream stream, string path)
    {
        stream.Position = 0;
        Span<byte> head = stackalloc byte[4];
        var isZip = stream.ReadAtLeast(head, 4, throwOnEndOfStream: false) == 4
            && BinaryPrimitives.ReadUInt32LittleEndian(head) is 0x04034B50 or 0x06054B50;
        stream.Position = 0;
        if (!isZip)
        {
            Refuse("archive.problem.not-zip", path);
            return null;
        }
        ZipArchive? zip = null;
        try
        {
            zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true, ZipNames.Encoding);
            _ = zip.Entries.Count;
            return zip;
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or ArgumentException or IOException)
        {
            zip?.Dispose();
            Refuse("archive.problem.truncated", path);
            return null;
        }
    }

    List<ArchiveFile> Walk(ZipArchive zip, string within, int nesting, Dictionary<string, ZipArchiveEntry> entries)
    {
        var files = new List<ArchiveFile>();
        if (zip.Entries.Count > limits.MaxEntries)
        {
            Refuse("archive.problem.too-many-files", within, zip.Entries.Count, limits.MaxEntries);
            return files;
        }
        var seen = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in zip.Entries)
        {
            var shown = within + ZipNames.Shown(entry.FullName);
            var path = entry.FullName.TrimEnd('/');
            if (ZipNames.Fault(entry, limits.MaxDepth) is { } fault)
            {
                Refuse(fault, shown);
            }
            else if (!seen.TryAdd(path, entry.FullName))
            {
                Refuse("archive.problem.duplicate", shown);
            }
            else if (!entry.FullName.EndsWith('/'))
            {
                if (!TryUnpack(entry, shown, nesting, out var length))
                {
                    return files;
                }
                files.Add(new ArchiveFile(path, length));
                entries[path] = entry;
            }
        }
        foreach (var file in files.Where(f => Parents(f.Path).Any(p => entries.ContainsKey(p))))
        {
            Refuse("archive.problem.duplicate", within + file.Path);
        }
        return files;
    }

    static IEnumerable<string> Parents(string path)
    {
        for (var i = path.IndexOf('/'); i >= 0; i = path.IndexOf('/', i + 1))
        {
            yield return path[..i];
        }
    }

    // False when a bound of the whole archive is broken, so that there is no sense in going on.
    bool TryUnpack(ZipArchiveEntry entry, string shown, int nesting, out long length)
    {
        length = 0;
        var crc = Crc32.Start;
        var buffer = new byte[81920];
        MemoryStream? inner = null;
        try
        {
            using var source = entry.Open();
            for (int read; (read = source.Read(buffer)) > 0;)
            {
                if (length == 0 && read >= 4 && BinaryPrimitives.ReadUInt32LittleEndian(buffer) == 0x04034B50)
                {
                    inner = new MemoryStream();
                }
                crc = Crc32.Add(crc, buffer.AsSpan(0, read));
                length += read;
                unpacked += read;
                inner?.Write(buffer, 0, read);
                if (length > limits.MaxFileBytes)
                {
                    Refuse("archive.problem.file-too-large", shown, limits.MaxFileBytes);
                    return false;
                }
                if (unpacked > limits.MaxUnpackedBytes)
                {
                    Refuse("archive.problem.too-large", shown, limits.MaxUnpackedBytes);
                    return false;
                }
                if (length > ArchiveLimits.RatioFrom && length / limits.MaxRatio > Math.Max(entry.CompressedLength, 1))
                {
                    Refuse("archive.problem.bomb", shown, limits.MaxRatio);
                    return false;
                }
            }
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or IOException or NotSupportedException)
        {
            Refuse("archive.problem.damaged", shown);
            return true;
        }
        if (length != entry.Length || Crc32.Finish(crc) != entry.Crc32)
        {
            Refuse("archive.problem.damaged", shown);
        }
        return inner is null || LookInto(inner, shown, nesting + 1);
    }

    // Office documents are archives, too: they are counted, never unpacked to a place.
    bool LookInto(MemoryStream inner, string shown, int nesting)
    {
        if (nesting > limits.MaxNesting)
        {
            Refuse("archive.problem.nested", shown, limits.MaxNesting);
            return false;
        }
        var before = Problems.Count;
        try
        {
            inner.Position = 0;
            using var zip = new ZipArchive(inner, ZipArchiveMode.Read, leaveOpen: true, ZipNames.Encoding);
            Walk(zip, shown + "/", nesting, new Dictionary<string, ZipArchiveEntry>(StringComparer.Ordinal));
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or IOException)
        {
            return true;
        }
        return !Problems.Skip(before).Any(p => p.IsError);
    }

    void Refuse(string key, params object[] args) => Problems.Add(Problem.Error(0, key, args));
}
