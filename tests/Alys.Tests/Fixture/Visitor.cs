using System.Net;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Alys.Tests;

/// <summary>A browser without script: cookies, pages, forms with all their fields, redirects.</summary>
public sealed class Visitor
{
    private readonly HttpClientHandler _handler = new() { AllowAutoRedirect = false, CookieContainer = new CookieContainer() };

    public Visitor(Uri address, string language)
    {
        Http = new HttpClient(_handler) { BaseAddress = address };
        Http.DefaultRequestHeaders.Add("Accept-Language", language);
    }

    /// <summary>The bare client with this visitor's cookies.</summary>
    public HttpClient Http { get; }
    public CookieContainer Cookies => _handler.CookieContainer;

    public async Task<PageAnswer> Get(string url) => await Follow(await Http.GetAsync(url, TestContext.Current.CancellationToken), new Uri(Http.BaseAddress!, url));

    internal async Task<PageAnswer> Post(Uri url, HttpContent body) => await Follow(await Http.PostAsync(url, body, TestContext.Current.CancellationToken), url);

    private async Task<PageAnswer> Follow(HttpResponseMessage response, Uri url)
    {
        for (var hops = 0; hops < 5 && (int)response.StatusCode is 301 or 302 or 303 or 307; hops++)
        {
            url = new Uri(url, response.Headers.Location!);
            response = await Http.GetAsync(url, TestContext.Current.CancellationToken);
        }
        var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new PageAnswer(this, url, response, html, new HtmlParser().ParseDocument(html));
    }
}

/// <summary>A page as it came.</summary>
public sealed record PageAnswer(Visitor Visitor, Uri Url, HttpResponseMessage Response, string Html, IHtmlDocument Document)
{
    public HttpStatusCode Status => Response.StatusCode;
    /// <summary>The page's text with its white space folded.</summary>
    public string Text => string.Join(' ', (Document.Body?.TextContent ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    public string? Title => Document.QuerySelector("h1")?.TextContent.Trim();
    /// <summary>SQL statements that the page needed.</summary>
    public int Statements => Response.Headers.TryGetValues("X-Statements", out var values) ? int.Parse(values.First(), CultureInfo.InvariantCulture) : 0;

    /// <summary>Follows the link whose text contains the words.</summary>
    public Task<PageAnswer> Click(string words)
    {
        var link = Document.QuerySelectorAll("a[href]").FirstOrDefault(a => a.TextContent.Contains(words, StringComparison.Ordinal)) ?? throw new Xunit.Sdk.XunitException($"No link says «{words}» on {Url}: {Text}");
        return Visitor.Get(new Uri(Url, link.GetAttribute("href")).PathAndQuery);
    }

    /// <summary>Sends the form as a browser would: all its fields as they stand, some replaced, files added, and the button.</summary>
    public Task<PageAnswer> Submit(string form, Dictionary<string, string>? values = null, Dictionary<string, (string Name, byte[] Content)>? files = null, string? button = null)
    {
        var element = Document.QuerySelector(form) as IHtmlFormElement ?? throw new Xunit.Sdk.XunitException($"No form {form} on {Url} ({(int)Status}): {Text}");
        var fields = new List<KeyValuePair<string, string>>();
        foreach (var field in element.Elements)
        {
            var name = field.GetAttribute("name");
            if (string.IsNullOrEmpty(name) || field.HasAttribute("disabled") || (values?.ContainsKey(name) ?? false)) continue;
            switch (field)
            {
                case IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } or IHtmlInputElement { Type: "file" or "submit" or "button" }: break;
                case IHtmlInputElement input: fields.Add(new(name, input.Value)); break;
                case IHtmlTextAreaElement area: fields.Add(new(name, area.Value)); break;
                case IHtmlSelectElement select: fields.AddRange(select.Options.Where(o => o.IsSelected).Select(o => KeyValuePair.Create(name, o.Value))); break;
                case IHtmlButtonElement pressed when button is not null && pressed.TextContent.Contains(button, StringComparison.Ordinal): fields.Add(new(name, pressed.Value)); break;
                default: break;
            }
        }
        foreach (var (name, value) in values ?? []) fields.Add(new(name, value));
        var action = new Uri(Url, element.GetAttribute("action") is { Length: > 0 } given ? given : Url.PathAndQuery);
        if (string.Equals(element.Method, "get", StringComparison.OrdinalIgnoreCase)) return Visitor.Get(action.AbsolutePath + "?" + string.Join('&', fields.Select(f => $"{f.Key}={Uri.EscapeDataString(f.Value)}")));
        if (files is null && element.Enctype != "multipart/form-data") return Visitor.Post(action, new FormUrlEncodedContent(fields));
        var body = new MultipartFormDataContent();
        foreach (var (name, value) in fields) body.Add(new StringContent(value), name);
        foreach (var (name, (file, content)) in files ?? []) body.Add(new ByteArrayContent(content), name, file);
        return Visitor.Post(action, body);
    }
}
