using System.Diagnostics;
using System.Net;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Alys.Benchmarks;

/// <summary>How long a page kept one visitor waiting.</summary>
internal sealed record Waited(double Median, double P95);

/// <summary>Every page of the route table that shows a list, a table or a long choice, asked for by whoever sees most of it.</summary>
internal sealed class GrowthLists(ServerProcess server, IReadOnlyDictionary<string, Learner> readers)
{
    private const int Requests = 30, LongChoice = 20;
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(10);

    /// <summary>Who looks, whoever sees most first.</summary>
    public static readonly string[] Readers = ["saule", "gulnar", "nurlan", "botagoz", "marat", "daulet", "aizhan", "aigerim", "anna"];

    private static readonly Dictionary<string, string[]> Values = new(StringComparer.OrdinalIgnoreCase)
    {
        ["s"] = ["3", "1"], ["course"] = ["3"], ["subject"] = ["2", "1"], ["pack"] = ["4"], ["no"] = ["1", "2", "3", "4"], ["u"] = ["15", "16", "1"], ["q"] = ["1"], ["t"] = ["1"], ["n"] = ["1"], ["e"] = ["1", "6", "11", "16"], ["f"] = ["1"],
        ["p"] = ["14"], ["person"] = ["14"], ["group"] = ["1"], ["sitting"] = ["1"], ["code"] = ["none"], ["role"] = ["learner"], ["rule"] = ["R-28"], ["kind"] = ["grade-sheet"], ["day"] = ["2018-09-01"], ["token"] = ["none"],
        ["position"] = ["1"], ["year"] = ["2028"], ["version"] = ["1"], ["number"] = ["1"], ["comment"] = ["1"],
    };

    /// <summary>Pages that are asked about something.</summary>
    private static readonly Dictionary<string, string> Asked = new(StringComparer.OrdinalIgnoreCase)
    {
        ["/staffing/assignments/new"] = "?course=1", ["/assessment/tests/new"] = "?subject=2", ["/compliance/records/new"] = "?rule=R-4", ["/content/units/restore/4/1"] = "?v=1",
        ["/access/people"] = "?Q=Алия",
    };

    public static IReadOnlyList<string> Kinds(IEnumerable<RouteEndpoint> routes) =>
        [.. routes.Where(e => e.Metadata.GetMetadata<PageActionDescriptor>() is not null).Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/')).Where(k => !k.EndsWith("/Index", StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Address and reader of each kind that shows a list, its second page where there is one, and what was typed into its search where that is asked.</summary>
    public async Task<IReadOnlyList<(string Url, string Reader)>> Find(IEnumerable<string> kinds)
    {
        var found = new List<(string, string)>();
        foreach (var kind in kinds)
        {
            foreach (var reader in Readers)
            {
                if (await Shown(kind, reader) is not { } page) continue;
                var main = page.Document.QuerySelector("main");
                var isList = main?.QuerySelector("table tbody tr, ul.list > li, ol.list > li") is not null || page.Document.QuerySelectorAll("main select").Any(s => s.QuerySelectorAll("option").Length > LongChoice);
                if (!isList) break;
                found.Add((page.Url, reader));
                if (main!.QuerySelector("a[rel=next]")?.GetAttribute("href") is { } next) found.Add((next, reader));
                if (Asked.TryGetValue(page.Url, out var asked) && asked.StartsWith("?Q", StringComparison.Ordinal)) found.Add((page.Url + asked, reader));
                break;
            }
        }
        return found;
    }

    public async Task<Waited> Wait(string url, string reader)
    {
        var took = new List<double>();
        var all = Stopwatch.StartNew();
        for (var i = -3; i < Requests && (all.Elapsed < Most || took.Count < 3); i++)
        {
            var clock = Stopwatch.StartNew();
            using var answer = await Ask(url, reader);
            if (answer.StatusCode != HttpStatusCode.OK) throw new InvalidOperationException($"{url} answered {(int)answer.StatusCode} to {reader}.");
            await answer.Content.LoadIntoBufferAsync();
            if (i >= 0) took.Add(clock.Elapsed.TotalMilliseconds);
        }
        return new(Figures.Percentile(took, 50), Figures.Percentile(took, 95));
    }

    private async Task<Answer?> Shown(string kind, string reader)
    {
        IEnumerable<string> urls = [""];
        foreach (var segment in RoutePatternFactory.Parse(kind).PathSegments)
        {
            var choices = segment.Parts[0] is RoutePatternParameterPart parameter ? Values.GetValueOrDefault(parameter.Name, []) : [((RoutePatternLiteralPart)segment.Parts[0]).Content];
            urls = [.. urls.SelectMany(u => choices, (u, c) => $"{u}/{c}")];
        }
        foreach (var url in urls.Take(6).Select(u => u.Length == 0 ? "/" : Asked.TryGetValue(u, out var asked) && !asked.StartsWith("?Q", StringComparison.Ordinal) ? u + asked : u))
        {
            using var answer = await Ask(url, reader);
            if (answer.StatusCode != HttpStatusCode.OK || answer.Content.Headers.ContentType?.MediaType != "text/html") continue;
            var html = await answer.Content.ReadAsStringAsync();
            return new(url, html, 0, new HtmlParser().ParseDocument(html));
        }
        return null;
    }

    private readonly HttpClient _client = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = server.Http, Timeout = TimeSpan.FromMinutes(5) };

    private Task<HttpResponseMessage> Ask(string url, string reader)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.Add("Cookie", readers[reader].Cookie);
        return _client.SendAsync(request);
    }
}
