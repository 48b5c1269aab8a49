using Microsoft.Playwright;

namespace Alys.BrowserTests;

/// <summary>A learner's line: 50 kbit/s each way, 300 ms there and back; it can be cut and mended. Only this class knows how the line is made poor.</summary>
internal sealed class ThrottledLine
{
    private const int BytesPerSecond = 50_000 / 8;
    private const int Latency = 300;
    private readonly ICDPSession _session;

    private ThrottledLine(ICDPSession session) => _session = session;

    public static async Task<ThrottledLine> Under(IPage page)
    {
        var line = new ThrottledLine(await page.Context.NewCDPSessionAsync(page));
        await line._session.SendAsync("Network.enable");
        await line.Mend();
        return line;
    }

    public Task Cut() => Set(offline: true);

    public Task Mend() => Set(offline: false);

    private Task Set(bool offline) => _session.SendAsync("Network.emulateNetworkConditions", new Dictionary<string, object>
    {
        ["offline"] = offline,
        ["latency"] = Latency,
        ["downloadThroughput"] = BytesPerSecond,
        ["uploadThroughput"] = BytesPerSecond,
    });
}
