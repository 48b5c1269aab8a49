namespace Alys.Tests;

/// <summary>Materials made by others, which are not part of the project: ALYS_REAL_CONTENT or ../shared/content beside the clone.</summary>
static class RealContent
{
    internal static string? Folder { get; } = Find();

    /// <summary>Path of a real file or folder; skips the test, with the reason, where the materials are absent.</summary>
    internal static string Path(string relative)
    {
        Assert.SkipUnless(Folder is not null, "The real materials are not here: set ALYS_REAL_CONTENT.");
        return System.IO.Path.Combine(Folder!, relative);
    }

    static string? Find()
    {
        if (Environment.GetEnvironmentVariable("ALYS_REAL_CONTENT") is { Length: > 0 } named)
        {
            return Directory.Exists(named) ? named : null;
        }
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "Alys.slnx")))
            {
                var beside = System.IO.Path.GetFullPath(System.IO.Path.Combine(folder.FullName, "../shared/content"));
                return Directory.Exists(beside) ? beside : null;
            }
        }
        return null;
    }
}
