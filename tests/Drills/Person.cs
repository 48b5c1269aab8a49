using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Alys.Drills;

/// <summary>Someone of the believable institution with a browser of her own, without script.</summary>
internal sealed class Person
{
    private readonly HttpClientHandler _handler = new() { AllowAutoRedirect = false, CookieContainer = new CookieContainer(), MaxConnectionsPerServer = 16 };

    private Person(Uri address) => Http = new HttpClient(_handler) { BaseAddress = address, Timeout = TimeSpan.FromSeconds(60) };

    public HttpClient Http { get; }

    public static async Task<Person> SignIn(Uri address, string userName)
    {
        var person = new Person(address);
        var page = await person.Get("/sign-in");
        var fields = person.Fields(page, "main form", new() { ["UserName"] = userName, ["Password"] = "Kokzhiek-2026" });
        var answer = await person.Http.PostAsync(page.Url, new FormUrlEncodedContent(fields));
        return (int)answer.StatusCode is 302 or 303 ? person : throw new InvalidOperationException($"{userName} was not let in: {(int)answer.StatusCode}.");
    }

    public async Task<Page> Get(string url) => await Follow(await Http.GetAsync(url), url);

    public async Task<Page> Submit(Page page, string form, Dictionary<string, string>? values = null) =>
        await Follow(await Http.PostAsync(page.Url, new FormUrlEncodedContent(Fields(page, form, values))), page.Url);

    private Dictionary<string, string> Fields(Page page, string form, Dictionary<string, string>? values)
    {
        var element = (IHtmlFormElement?)page.Document.QuerySelector(form) ?? throw new InvalidOperationException($"There is no form {form} on {page.Url}.");
        var fields = element.Elements.OfType<IHtmlInputElement>().Where(x => !string.IsNullOrEmpty(x.Name) && (x.Type is not ("checkbox" or "radio") || x.IsChecked)).GroupBy(x => x.Name!).ToDictionary(x => x.Key, x => x.First().Value);
        foreach (var select in element.Elements.OfType<IHtmlSelectElement>().Where(s => s.Name is not null)) fields[select.Name!] = select.Value ?? "";
        foreach (var (name, value) in values ?? []) fields[name] = value;
        return fields;
    }

    private async Task<Page> Follow(HttpResponseMessage response, string url)
    {
        for (var hops = 0; hops < 5 && (int)response.StatusCode is >= 301 and <= 308; hops++)
        {
            url = response.Headers.Location!.ToString();
            response = await Http.GetAsync(url);
        }
        if (!response.IsSuccessStatusCode) throw new InvalidOperationException($"{url} answered {(int)response.StatusCode}.");
        return new Page(url, new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync()));
    }
}

internal sealed record Page(string Url, IHtmlDocument Document);
