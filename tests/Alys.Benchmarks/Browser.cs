using System.Diagnostics;
using System.Text.Json;
using Alys.Link;
using Microsoft.Playwright;

namespace Alys.Benchmarks;

/// <param name="Bytes">TCP payload both ways without the TLS handshake.</param>
internal sealed record Visit(long Bytes, long Handshake, int Requests, double FirstPaintMilliseconds, double LoadedMilliseconds);

/// <summary>A real Chromium over HTTPS and HTTP/2 through a counting line. It trusts the server's certificate, under the name that it bears, and ignores no error.</summary>
internal sealed class Browser : IAsyncDisposable
{
    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;
    private readonly ILine _line;

    private Browser(IPlaywright playwright, IBrowser browser, ILine line) => (_playwright, _browser, _line) = (playwright, browser, line);

    /// <summary>Chromium takes shared dictionaries from servers with a publicly known root alone; an institution has one, a bench has not.</summary>
    private const string KnownRoots = "--disable-features=CompressionDictionaryTransportRequireKnownRootCert";

    public string Address => _line.Port == 443 ? $"https://{ServerProcess.Name}" : $"https://{ServerProcess.Name}:{_line.Port}";

    public static async Task<Browser> Start(ILine line, string data)
    {
        var home = Directory.CreateDirectory(Path.Combine(data, "browser-" + line.Port)).FullName;
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = TrustingBrowser.Prepare(home, Path.Combine(data, "https.crt"), line.Side),
            Args = ["--no-sandbox", "--disable-background-networking", KnownRoots, $"--host-resolver-rules=MAP {ServerProcess.Name} {line.Host}"],
        });
        return new Browser(playwright, browser, line);
    }

    /// <summary>An empty browser; with the learner's session if a cookie header is given.</summary>
    public async Task<Tab> Empty(string? cookies = null)
    {
        var context = await _browser.NewContextAsync(new() { BaseURL = Address, Locale = "ru-RU" });
        if (cookies != null)
        {
            await context.AddCookiesAsync(cookies.Split("; ").Select(x => x.Split('=', 2)).Select(x => new Cookie { Name = x[0], Value = x[1], Url = Address }));
        }
        var page = await context.NewPageAsync();
        var network = await context.NewCDPSessionAsync(page);
        var tab = new Tab(context, page, network, _line);
        await network.SendAsync("Network.enable");
        return tab;
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}

internal sealed class Tab : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly ILine _line;
    private readonly HashSet<string> _cached = [];
    private int _requests;

    /// <param name="network">Tells what went out and what the browser had itself: the page's own events do not.</param>
    public Tab(IBrowserContext context, IPage page, ICDPSession network, ILine line)
    {
        (_context, Page, _line) = (context, page, line);
        network.Event("Network.requestWillBeSent").OnEvent += (_, e) =>
        {
            var url = e!.Value.GetProperty("request").GetProperty("url").GetString()!;
            if (!url.StartsWith("https:", StringComparison.Ordinal)) return;
            _requests++;
        };
        network.Event("Network.requestServedFromCache").OnEvent += (_, e) => Cached(e!.Value);
        network.Event("Network.responseReceived").OnEvent += (_, e) =>
        {
            if (e!.Value.GetProperty("response").TryGetProperty("fromDiskCache", out var cached) && cached.GetBoolean()) Cached(e.Value);
        };
    }

    public IPage Page { get; }

    public Task<Visit> Open(string url) => Measure(() => Page.GotoAsync(url, new() { WaitUntil = WaitUntilState.Load, Timeout = 120_000 }));

    /// <summary>What an act of the visitor moves, from its beginning until the line is silent.</summary>
    public async Task<Visit> Measure(Func<Task> deed)
    {
        await Silence();
        _line.Take();
        _requests = 0;
        var clock = Stopwatch.StartNew();
        await deed();
        var loaded = clock.Elapsed.TotalMilliseconds;
        var (bytes, handshake) = await Silence();
        var paint = await Page.EvaluateAsync<double>("() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN");
        return new Visit(bytes, handshake, _requests, paint, loaded);
    }

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();

    private void Cached(JsonElement told)
    {
        if (_cached.Add(told.GetProperty("requestId").GetString()!)) _requests--;
    }

    /// <summary>Waits until nothing moved for a while and returns what had moved.</summary>
    private async Task<(long Bytes, long Handshake)> Silence()
    {
        long bytes = 0, handshake = 0;
        for (var quiet = 0; quiet < _line.QuietTenths;)
        {
            await Task.Delay(100);
            var (up, down, hello, again) = _line.Take();
            quiet = up + down + again == 0 ? quiet + 1 : 0;
            (bytes, handshake) = (bytes + up + down - hello, handshake + hello);
        }
        return (bytes, handshake);
    }
}
