using System.Diagnostics;
using Alys.Link;
using Microsoft.Playwright;

namespace Alys.BrowserTests;

/// <summary>A Chromium of its own whose home folder trusts one certificate. Nothing else about TLS is relaxed: with a wrong certificate no page would open.</summary>
internal sealed class TrustingChromium : IAsyncDisposable
{
    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;
    private readonly string _home;

    private TrustingChromium(IPlaywright playwright, IBrowser browser, string home) => (_playwright, _browser, _home) = (playwright, browser, home);

    public static async Task<TrustingChromium> Start(string certificateFile)
    {
        var home = Directory.CreateTempSubdirectory("alys-home-").FullName;
        var script = TrustingBrowser.Prepare(home, certificateFile, line: null);
        var playwright = await Playwright.CreateAsync();
        return new TrustingChromium(playwright, await playwright.Chromium.LaunchAsync(Chromium.Options(script)), home);
    }

    /// <summary>A fresh browser profile: Kazakh, 1280 × 800.</summary>
    public Task<IBrowserContext> Profile(Uri portal) => _browser.NewContextAsync(new() { BaseURL = portal.ToString(), Locale = "kk-KZ", ViewportSize = new() { Width = 1280, Height = 800 } });

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
        Directory.Delete(_home, recursive: true);
    }

    /// <summary>Runs a program and returns what it wrote.</summary>
    internal static async Task<string> Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{program}: {await errors}");
        return said;
    }
}
