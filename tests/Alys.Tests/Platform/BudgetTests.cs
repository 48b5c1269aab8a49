using System.Net;
using System.Text.Json;
using Alys.Platform;

namespace Alys.Tests.Platform;

/// <summary>
/// Each kind of learner page within the budgets of budgets.json: compressed body and headers, the request's headers beside it.
/// What HTTP/2 and TLS make of it in a real browser is bin/bench's to say.
/// </summary>
public sealed class BudgetTests(AlysHost alys) : IClassFixture<AlysHost>
{
    private static readonly JsonElement Budgets = JsonDocument.Parse(File.ReadAllText(Path.Combine(TestDatabase.Repository, "budgets.json"))).RootElement;

    [Theory]
    [InlineData("/", false)]
    [InlineData("/s/3", false)]
    [InlineData("/s/3/u/1", true)]
    [InlineData("/s/3/f", false)]
    [InlineData("/s/3/q", false)]
    [InlineData("/s/3/q/new", false)]
    [InlineData("/s/3/grades", false)]
    [InlineData("/s/3/l", false)]
    [InlineData("/s/3/t/1", false)]
    [InlineData("/communication/notices", false)]
    [InlineData("/search", false)]
    [InlineData("/search?q=транзакцияның индекстері", true)]
    public async Task ALearnersPageKeepsItsBudgets(string url, bool hasAuthoredText)
    {
        var aliya = await alys.SignIn("aliya");
        await aliya.Get(url);
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.Add("Accept-Encoding", "gzip, br");
        using var response = await aliya.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var body = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.Contains("gzip", response.Content.Headers.ContentEncoding);
        var next = body.Length + Length(response.Headers) + Length(response.Content.Headers) + 400;
        var text = hasAuthoredText ? Budget("wire", "authoredTextBytes") : 0;
        Assert.True(next <= Budget("wire", "frameNextBytes") + text, $"{url}: {next} bytes as a next page");

        var first = next + await Asset("alys.css") + await Asset("alys.js");
        Assert.True(first <= Budget("wire", "frameFirstBytes") + text, $"{url}: {first} bytes as a first page");

        var statements = int.Parse(response.Headers.GetValues("X-Statements").Single(), CultureInfo.InvariantCulture);
        Assert.True(statements <= Budget("server", "sqlStatementsPerLearnerPage"), $"{url}: {statements} SQL statements");
    }

    [Fact]
    public async Task TheStyleSheetNamesTheFontOfFormulasAsItIsServed()
    {
        var css = await alys.Stranger().Http.GetStringAsync(alys.Service<Assets>().UrlOf("alys.css"), TestContext.Current.CancellationToken);
        Assert.Contains($"url({alys.Service<Assets>().UrlOf("math.woff2")["/-/".Length..]})", css, StringComparison.Ordinal);
    }

    private async Task<int> Asset(string name)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, alys.Service<Assets>().UrlOf(name));
        request.Headers.Add("Accept-Encoding", "br");
        using var response = await alys.Stranger().Http.SendAsync(request, TestContext.Current.CancellationToken);
        return (await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length + Length(response.Headers) + Length(response.Content.Headers) + 200;
    }

    private static int Length(System.Net.Http.Headers.HttpHeaders headers) => headers.Sum(h => h.Key.Length + 4 + h.Value.Sum(v => v.Length));

    private static double Budget(string part, string name) => Budgets.GetProperty(part).GetProperty(name).GetDouble();
}
