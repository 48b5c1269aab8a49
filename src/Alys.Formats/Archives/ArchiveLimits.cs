namespace Alys.Formats.Archives;

/// <summary>What an archive from outside may be at most. Every bound is checked on what really unpacks, never on what the archive says of itself.</summary>
public sealed record ArchiveLimits
{
    /// <summary>Files and folders together; default 5,000.</summary>
    public int MaxEntries { get; init; } = 5_000;

    /// <summary>Bytes of all files unpacked; default 256 MiB.</summary>
    public long MaxUnpackedBytes { get; init; } = 256L << 20;

    /// <summary>Bytes of one file unpacked; default 64 MiB.</summary>
    public long MaxFileBytes { get; init; } = 64L << 20;

    /// <summary>Unpacked bytes per packed byte of a file, looked at once it is larger than 1 MiB; default 200.</summary>
    public int MaxRatio { get; init; } = 200;

    /// <summary>Folders within folders; default 16.</summary>
    public int MaxDepth { get; init; } = 16;

    /// <summary>Archives within archives that are looked through for the same bounds (they are never unpacked); default 2.</summary>
    public int MaxNesting { get; init; } = 2;

    internal const long RatioFrom = 1 << 20;
}
