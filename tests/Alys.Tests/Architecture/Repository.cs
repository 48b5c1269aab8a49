using System.Text;

namespace Alys.Tests.Architecture;

/// <summary>The working copy that these tests read: sources, documents, tables of texts.</summary>
internal static class Repository
{
    public static readonly string Root = FindRoot();

    public static string PathTo(params string[] parts) => Path.Combine([Root, .. parts]);

    public static string Read(params string[] parts) => File.ReadAllText(PathTo(parts));

    public static string Relative(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    /// <summary>Directories under src, sorted; the project of each bears the directory's name.</summary>
    public static string[] Projects() => [.. Directory.GetDirectories(PathTo("src"), "Alys.*").Select(x => Path.GetFileName(x)!).Order(StringComparer.Ordinal)];

    /// <summary>Source files with one of the endings, without what a build or a generator made.</summary>
    public static IEnumerable<string> Sources(string folder, params string[] endings) =>
        Directory.EnumerateFiles(PathTo(folder), "*", SearchOption.AllDirectories)
            .Where(x => endings.Any(e => x.EndsWith(e, StringComparison.Ordinal)))
            .Where(x => !Relative(x).Split('/').Any(p => p is "bin" or "obj" or "artifacts" or "node_modules"))
            .Where(x => !Relative(x).StartsWith("src/Alys.Migrations.", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    public static string[][] Tsv(string path) =>
        [.. File.ReadAllLines(path, Encoding.UTF8).Where(x => x.Length > 0).Select(x => x.Split('\t'))];

    /// <summary>
    /// Compares a document that is printed from the code with the copy under version control.
    /// With ALYS_APPROVE=1 the copy is rewritten instead.
    /// </summary>
    public static void IsUpToDate(string path, string printed)
    {
        if (Environment.GetEnvironmentVariable("ALYS_APPROVE") == "1")
        {
            File.WriteAllText(path, printed);
            return;
        }
        var kept = File.Exists(path) ? File.ReadAllText(path) : "";
        Assert.True(kept == printed,
            $"{Relative(path)} differs from what the code says. If the change is meant, run the test with ALYS_APPROVE=1 and review the file.\n{Difference(kept, printed)}");
    }

    private static string Difference(string kept, string printed)
    {
        var old = kept.Split('\n');
        var now = printed.Split('\n');
        return string.Join('\n', old.Except(now).Select(x => "- " + x).Concat(now.Except(old).Select(x => "+ " + x)).Take(40));
    }

    private static string FindRoot()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at != null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "Alys.slnx")))
            {
                return at.FullName;
            }
        }
        throw new InvalidOperationException("The tests must run from inside the working copy.");
    }
}
