using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Alys.Benchmarks;

/// <summary>A signed-in learner without a browser: her cookies and what her pages say.</summary>
internal sealed class Learner : IDisposable
{
    private readonly HttpClientHandler _handler = new() { AllowAutoRedirect = false, CookieContainer = new CookieContainer(), AutomaticDecompression = DecompressionMethods.All };
    private readonly HttpClient _client;
    private readonly Uri _address;

    private Learner(Uri address)
    {
        _address = address;
        _client = new HttpClient(_handler) { BaseAddress = address };
    }

    /// <summary>The cookies as one header.</summary>
    public string Cookie => _handler.CookieContainer.GetCookieHeader(_address);

    public static async Task<Learner> SignIn(Uri address, string userName, string password)
    {
        var learner = new Learner(address);
        var page = await learner.Get("/sign-in");
        await learner.Submit(page, "main form", new() { ["UserName"] = userName, ["Password"] = password });
        return learner;
    }

    public async Task<Answer> Get(string url)
    {
        var asked = new HttpRequestMessage(HttpMethod.Get, url);
        return await Follow(asked, url);
    }

    /// <summary>How a browser that holds the page's dictionary names it (RFC 9842).</summary>
    public async Task<string> Dictionary(Answer page) =>
        $":{Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(await _client.GetByteArrayAsync(page.Document.Body!.GetAttribute("data-dictionary"))))}:";

    public async Task<Answer> Submit(Answer page, string form, Dictionary<string, string>? values = null)
    {
        var element = (IHtmlFormElement?)page.Document.QuerySelector(form) ?? throw new InvalidOperationException($"There is no form {form} on {page.Url}.");
        var fields = element.Elements.OfType<IHtmlInputElement>().Where(x => !string.IsNullOrEmpty(x.Name) && (x.Type is not ("checkbox" or "radio") || x.IsChecked))
            .GroupBy(x => x.Name!).ToDictionary(x => x.Key, x => x.First().Value);
        foreach (var (name, value) in values ?? []) fields[name] = value;
        var url = element.GetAttribute("action") is { Length: > 0 } action ? action : page.Url;
        return await Follow(new HttpRequestMessage(HttpMethod.Post, url) { Content = new FormUrlEncodedContent(fields) }, url);
    }

    public void Dispose()
    {
        _client.Dispose();
        _handler.Dispose();
    }

    private async Task<Answer> Follow(HttpRequestMessage request, string url)
    {
        var response = await _client.SendAsync(request);
        for (var hops = 0; hops < 5 && (int)response.StatusCode is >= 301 and <= 308; hops++)
        {
            url = response.Headers.Location!.ToString();
            response = await _client.GetAsync(url);
        }
        var html = await response.Content.ReadAsStringAsync();
        if (!response.IsSuccessStatusCode) throw new InvalidOperationException($"{url} answered {(int)response.StatusCode}.");
        var statements = response.Headers.TryGetValues("X-Statements", out var said) ? int.Parse(said.First(), CultureInfo.InvariantCulture) : 0;
        return new Answer(new Uri(_address, url).PathAndQuery, html, statements, new HtmlParser().ParseDocument(html));
    }
}

internal sealed record Answer(string Url, string Html, int Statements, IHtmlDocument Document)
{
    /// <summary>The first link whose path fits.</summary>
    public string? Link(string pattern) => Document.QuerySelectorAll("main a[href]").Select(x => x.GetAttribute("href")!)
        .FirstOrDefault(x => System.Text.RegularExpressions.Regex.IsMatch(x, pattern));
}
