using System.Diagnostics;
using System.Text.Json;
using Alys.Link;
using Alys.Platform;
using Alys.Tests;
using Alys.Tests.Assessment;
using Microsoft.Playwright;

namespace Alys.BrowserTests;

/// <summary>The program over https under a name of its own, as it stands at the far end of a line.</summary>
public sealed class HostAtTheEndOfALine : AlysHost
{
    public const string Name = "alys.test";

    protected override string[] Options => ["--https-port=0", "--loopback-only=true", "--host-names=" + Name];
    public string Certificate => Path.Combine(Service<PlatformOptions>().Data, "https.crt");
}

/// <summary>A learner at 50 kbit/s with 300 ms and 1 % of loss.</summary>
public sealed class PoorLineTests(HostAtTheEndOfALine alys, ITestOutputHelper output) : IClassFixture<HostAtTheEndOfALine>
{
    // bin/bench holds the journey to its 30 s on a machine that does nothing else. Here other programs may take the cores while she waits.
    private const double BusyMachine = 1.5;
    private const int Seed = 3;
    private const int Patience = 120_000;
    private static readonly JsonElement Journey = JsonDocument.Parse(File.ReadAllText(Path.Combine(TestDatabase.Repository, "budgets.json"))).RootElement.GetProperty("journey");

    [Fact]
    public async Task FromTheSignInPageToTheFirstSavedAnswerALearnerWaitsAtMostThirtySeconds()
    {
        if (PoorLine.Obstacle() is { } why) Assert.Skip($"No poor line can be made here: {why}");
        var anna = await alys.SignIn("anna");
        var exam = await Exam.Give(alys, Exam.TwoChoices);
        var player = await exam.Begin(anna);
        var course = "/s/" + exam.Course;
        var unit = await FirstLink(anna, course, course + "/u/");
        var thread = await FirstLink(anna, course + "/f", course + "/f/");

        using var line = new PoorLine(alys.SecureAddress!.Port);
        var home = Directory.CreateTempSubdirectory("alys-line-").FullName;
        using var playwright = await Playwright.CreateAsync();
        await using var chromium = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = TrustingBrowser.Prepare(home, alys.Certificate, line),
            Args = ["--no-sandbox", "--disable-background-networking", $"--host-resolver-rules=MAP {HostAtTheEndOfALine.Name} {PoorLine.ServerAddress}"],
        });
        var page = await chromium.NewPageAsync(new() { BaseURL = "https://" + HostAtTheEndOfALine.Name, Locale = "kk-KZ" });
        page.SetDefaultTimeout(Patience);
        // Starting the browser is not the line's work.
        await page.GotoAsync("about:blank");
        line.Set(LineQuality.Poor, Seed);
        var waited = TimeSpan.Zero;
        async Task Wait(string step, Func<Task> deed)
        {
            var clock = Stopwatch.StartNew();
            await deed();
            waited += clock.Elapsed;
            output.WriteLine($"{step}: {clock.Elapsed.TotalSeconds:0.0} s");
        }

        await Wait("sign-in", () => page.GotoAsync("/sign-in"));
        await page.FillAsync("#UserName", "anna");
        await page.FillAsync("#Password", Walk.Password);
        await Wait("day page", async () =>
        {
            var arrived = page.WaitForURLAsync(x => new Uri(x).AbsolutePath == "/");
            await page.ClickAsync("main form button");
            await arrived;
        });
        foreach (var url in new[] { course, unit, thread, "/a/" + player.Code }) await Wait(url, () => page.GotoAsync(url));
        await Wait("answer saved", async () =>
        {
            await page.Locator("fieldset[data-item] input").First.CheckAsync();
            await page.Locator("fieldset[data-item][data-state=saved]").First.WaitForAsync();
        });

        var payload = line.Take();
        output.WriteLine($"seed {Seed}, {waited.TotalSeconds:0.0} s; {payload}; {line.TrafficUp}; {line.TrafficDown}");
        Assert.Single(await player.Stored());
        // A line that lost nothing would prove nothing.
        Assert.InRange(line.TrafficUp.Lost + line.TrafficDown.Lost, 1, int.MaxValue);
        Assert.InRange(payload.Up + payload.Down - payload.Handshake, 1, Journey.GetProperty("bytes").GetDouble());
        Assert.InRange(waited.TotalSeconds, 0, Journey.GetProperty("seconds").GetDouble() * BusyMachine);
        Directory.Delete(home, recursive: true);
    }

    private static async Task<string> FirstLink(Visitor visitor, string page, string start) =>
        (await visitor.Get(page)).Document.QuerySelectorAll("main a[href]").Select(x => x.GetAttribute("href")!)
            .First(x => x.StartsWith(start, StringComparison.Ordinal) && int.TryParse(x[start.Length..], out _));
}
