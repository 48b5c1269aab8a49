using System.Net.Http;
using System.Text;
using System.Text.RegularExpressions;
using ZstdSharp;

namespace Alys.Benchmarks;

/// <summary>
/// Makes the dictionaries that pages are compressed against (RFC 9842) from the demo's learner pages. The course with the most units, by which bin/bench measures, is left out, and so
/// is what authors and learners wrote: what remains is what the program itself says on every institution's pages.
/// </summary>
internal static partial class Dictionaries
{
    /// <summary>Bytes of one dictionary before compression; a third of it on the wire, once.</summary>
    private const int Size = 12_000;

    public static async Task Make(Uri server, IEnumerable<string> userNames, string password, string folder)
    {
        foreach (var language in new[] { "kk", "ru", "en" })
        {
            var samples = new List<byte[]>();
            foreach (var name in userNames)
            {
                using var learner = await Learner.SignIn(server, name, password);
                await learner.Get($"/language/{language}?to=/");
                foreach (var url in await Addresses(learner)) samples.Add(Encoding.UTF8.GetBytes(Common((await learner.Get(url)).Html)));
            }
            var content = Content(DictBuilder.TrainFromBuffer(samples, Size), [.. samples.SelectMany(s => s)]);
            await File.WriteAllBytesAsync(Path.Combine(folder, $"pages-{language}.dictionary"), content);
            Console.Error.WriteLine($"{language}: {samples.Count} pages, {content.Length} bytes");
        }
    }

    private static async Task<IEnumerable<string>> Addresses(Learner learner)
    {
        var addresses = new List<string> { "/", "/communication/notices" };
        var courses = new List<(string Url, List<string> Pages)>();
        foreach (var course in (await learner.Get("/")).Document.QuerySelectorAll("main a[href]").Select(a => a.GetAttribute("href")!).Where(u => Course().IsMatch(u)).Distinct())
        {
            var pages = (await learner.Get(course)).Document.QuerySelectorAll("main a[href]").Select(a => a.GetAttribute("href")!).Where(u => u.StartsWith(course + "/", StringComparison.Ordinal) && !u.Contains("/file", StringComparison.Ordinal)).Distinct().ToList();
            courses.Add((course, pages));
        }
        foreach (var (url, pages) in courses.OrderByDescending(c => c.Pages.Count).Skip(1))
        {
            addresses.Add(url);
            addresses.AddRange(pages.Take(12));
            addresses.AddRange([url + "/f/new", url + "/q/new"]);
        }
        return addresses.Distinct();
    }

    /// <summary>Without texts of authors and learners, and without what is random.</summary>
    private static string Common(string html) => Random().Replace(Prose().Replace(html, "$1$3"), "$1");

    /// <summary>The words of a trained dictionary without the tables before them: browsers take it as plain content, and all its words are pieces of samples.</summary>
    private static byte[] Content(byte[] trained, byte[] samples)
    {
        var start = 8;
        while (samples.AsSpan().IndexOf(trained.AsSpan(start, 32)) < 0) start++;
        return trained[start..];
    }

    [GeneratedRegex("^/s/[0-9]+$")]
    private static partial Regex Course();

    [GeneratedRegex("(<article[^>]*>)(.*?)(</article>)", RegexOptions.Singleline)]
    private static partial Regex Prose();

    [GeneratedRegex("((?:__RequestVerificationToken\"[^>]*value=|_key value=|data-token=)\"?)[A-Za-z0-9_-]+")]
    private static partial Regex Random();
}
