using System.Diagnostics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Playwright;

namespace Alys.Benchmarks;

/// <param name="Bytes">TCP payload both ways without the TLS handshake.</param>
internal sealed record Visit(long Bytes, long Handshake, int Requests, double FirstPaintMilliseconds, double LoadedMilliseconds);

/// <summary>A real Chromium over HTTPS and HTTP/2 through the counting line. It trusts the server's own key and no other.</summary>
internal sealed class Browser : IAsyncDisposable
{
    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;
    private readonly Line _line;

    private Browser(IPlaywright playwright, IBrowser browser, Line line) => (_playwright, _browser, _line) = (playwright, browser, line);

    public string Address => $"https://localhost:{_line.Port}";

    public static async Task<Browser> Start(Line line, string data)
    {
        using var certificate = X509CertificateLoader.LoadCertificateFromFile(Path.Combine(data, "https.crt"));
        var key = Convert.ToBase64String(SHA256.HashData(certificate.PublicKey.ExportSubjectPublicKeyInfo()));
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("ALYS_CHROMIUM") ?? "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-background-networking", $"--ignore-certificate-errors-spki-list={key}"],
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
        return new Tab(context, await context.NewPageAsync(), _line);
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
    private readonly Line _line;
    private int _requests;

    public Tab(IBrowserContext context, IPage page, Line line)
    {
        (_context, Page, _line) = (context, page, line);
        page.Request += (_, request) => { if (request.Url.StartsWith("https:", StringComparison.Ordinal)) _requests++; };
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

    /// <summary>Waits until nothing moved for half a second and returns what had moved.</summary>
    private async Task<(long Bytes, long Handshake)> Silence()
    {
        long bytes = 0, handshake = 0;
        for (var quiet = 0; quiet < 5;)
        {
            await Task.Delay(100);
            var (up, down, hello) = _line.Take();
            quiet = up + down == 0 ? quiet + 1 : 0;
            (bytes, handshake) = (bytes + up + down - hello, handshake + hello);
        }
        return (bytes, handshake);
    }
}
