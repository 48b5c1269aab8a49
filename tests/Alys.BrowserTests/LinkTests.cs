using Alys.Link;

namespace Alys.BrowserTests;

/// <summary>The poor line is what it says: no figure taken over it is worth more than these.</summary>
public sealed class LinkTests(ITestOutputHelper output)
{
    // A ping of 84 bytes takes 13.4 ms to be sent, each way.
    private const double RoundTrip = 300 + 2 * 13.44;

    private PoorLine Lay(int seed)
    {
        if (PoorLine.Obstacle() is { } why) Assert.Skip($"No poor line can be made here: {why}");
        output.WriteLine($"seed {seed}");
        var line = new PoorLine();
        line.Set(LineQuality.Poor, seed);
        return line;
    }

    [Fact]
    public async Task TheLineHasTheRoundTripAndTheLossThatItPromises()
    {
        using var line = Lay(seed: 404);
        var proof = await line.Prove(pings: 200, transferBytes: 0);
        output.WriteLine($"median {proof.RoundTripMilliseconds:0.0} ms, lost {proof.Lost.Count} of {proof.Asked}; {line.TrafficUp}; {line.TrafficDown}");
        Assert.InRange(proof.RoundTripMilliseconds, RoundTrip - 20, RoundTrip + 20);
        // What ping misses is exactly what the line says that it lost, and no queue had a part in it.
        Assert.Equal(line.TrafficUp.Lost + line.TrafficDown.Lost, proof.Lost.Count);
        Assert.Equal(0, line.TrafficUp.Dropped + line.TrafficDown.Dropped);
        // A ping is lost either way with 1.99 %: of 200 there are 4, and none or more than 12 with one seed in fifty, which this one is not.
        Assert.InRange(proof.Lost.Count, 1, 12);
    }

    [Fact]
    public async Task ATransferGetsTheRateOfTheLineAndNoMore()
    {
        using var line = Lay(seed: 25);
        var proof = await line.Prove(pings: 0, transferBytes: 60_000);
        var payload = line.Take();
        output.WriteLine($"{proof.KilobitsPerSecond:0.0} kbit/s; {payload}; {line.TrafficDown}");
        Assert.InRange(proof.KilobitsPerSecond, 45, 50);
        // Each byte is counted once, however often it was sent.
        Assert.Equal(60_000, payload.Down);
        Assert.Equal(0, payload.Up);
    }

    [Fact]
    public async Task TheSameSeedLosesTheSamePackets()
    {
        async Task<IReadOnlyList<int>> Lost(int seed)
        {
            using var line = Lay(seed);
            return (await line.Prove(pings: 60, transferBytes: 0)).Lost;
        }
        var (once, again, other) = (await Lost(7), await Lost(7), await Lost(8));
        output.WriteLine($"{string.Join(' ', once)}; {string.Join(' ', again)}; {string.Join(' ', other)}");
        Assert.NotEmpty(once);
        Assert.Equal(once, again);
        Assert.NotEqual(once, other);
    }

    [Fact]
    public void LossesComeAtTheirRateForAnySeed()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var losses = new Losses(percent: 1, seed);
            var lost = Enumerable.Range(0, 100_000).Count(_ => losses.Next());
            // Five standard deviations of the binomial.
            Assert.InRange(lost, 1000 - 158, 1000 + 158);
        }
    }

    [Fact]
    public async Task AnOpenLineIsNoBrake()
    {
        using var line = Lay(seed: 0);
        line.Set(LineQuality.Open, 0);
        var proof = await line.Prove(pings: 20, transferBytes: 5_000_000);
        output.WriteLine($"{proof.RoundTripMilliseconds:0.00} ms, {proof.KilobitsPerSecond:0} kbit/s");
        Assert.Empty(proof.Lost);
        Assert.InRange(proof.KilobitsPerSecond, 5_000, double.MaxValue);
    }
}
