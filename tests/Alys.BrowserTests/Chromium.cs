using Alys.BrowserTests;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace Alys.BrowserTests;

/// <summary>Debian's Chromium, started once for all tests; nobody else's browser is downloaded.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(Options());
    }

    /// <summary>How the browser is started; by another path it may have a home folder or a network of its own.</summary>
    internal static BrowserTypeLaunchOptions Options(string path = "/usr/bin/chromium") => new()
    {
        ExecutablePath = path,
        Args = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
    };

    /// <summary>A fresh browser profile: Kazakh, 1280 × 800 unless told otherwise.</summary>
    public Task<IBrowserContext> Profile(Uri address, int width = 1280, int height = 800, bool script = true, string locale = "kk-KZ") => _browser!.NewContextAsync(new()
    {
        BaseURL = address.ToString(),
        Locale = locale,
        ViewportSize = new() { Width = width, Height = height },
        JavaScriptEnabled = script,
    });

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
    }
}
