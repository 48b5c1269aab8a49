using System.Diagnostics;
using System.Text.Json;
using Alys.Tests;

namespace Alys.BrowserTests;

/// <summary>The W3C's Nu checker, which bin/test brings: says what is wrong with the HTML of pages.</summary>
internal static class HtmlChecker
{
    private static readonly string Jar = Path.Combine(TestDatabase.Repository, "artifacts", "vnu", "vnu.jar");

    public static bool IsHere => File.Exists(Jar);

    /// <summary>Errors in the pages, each kind with some of its pages; warnings are not looked at.</summary>
    /// <param name="pages">Name and HTML.</param>
    public static async Task<IReadOnlyList<string>> Errors(IReadOnlyList<(string Name, string Html)> pages)
    {
        var folder = Directory.CreateTempSubdirectory("html").FullName;
        try
        {
            foreach (var (index, page) in pages.Index()) await File.WriteAllTextAsync(Path.Combine(folder, $"{index}.html"), page.Html);
            using var checker = Process.Start(new ProcessStartInfo("java", ["-jar", Jar, "--errors-only", "--format", "json", "--stdout", "--exit-zero-always", folder]) { RedirectStandardOutput = true })!;
            var said = await checker.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await checker.WaitForExitAsync(TestContext.Current.CancellationToken);
            using var json = JsonDocument.Parse(said);
            var found = json.RootElement.GetProperty("messages").EnumerateArray().Select(m =>
            {
                var file = m.TryGetProperty("url", out var url) ? Path.GetFileNameWithoutExtension(url.GetString()!) : "";
                var name = int.TryParse(file, CultureInfo.InvariantCulture, out var index) ? pages[index].Name : file;
                return (Name: name, Message: m.GetProperty("message").GetString(), Extract: m.TryGetProperty("extract", out var extract) ? extract.GetString() : "");
            });
            // What the layout does wrong is wrong everywhere.
            return [.. found.GroupBy(f => f.Message).Select(g => $"{g.Key} On {g.Select(f => f.Name).Distinct().Count()} pages: {string.Join(' ', g.Select(f => f.Name).Distinct().Take(5))}: {g.First().Extract}")];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
