using Alys.Link;

namespace Alys.Benchmarks;

/// <summary>The poor line as it is: IP packets, of which some are lost. Needs a network namespace.</summary>
internal sealed class LossyLine(int target, Budgets.LineBudget budget) : ILine
{
    private readonly LineQuality _poor = LineQuality.Poor with { KilobitsPerSecond = budget.KilobitsPerSecond, OneWayMilliseconds = budget.RoundTripMilliseconds / 2, LossPercent = budget.LossPercent };
    private bool _isPoor;

    public string Name => $"IP forwarder, {budget.KilobitsPerSecond} kbit/s each way, {budget.RoundTripMilliseconds} ms, {budget.LossPercent} % of packets lost";
    public string Host => PoorLine.ServerAddress;
    public int Port => 443;
    public PoorLine Side { get; } = new(target);
    public int Runs => 3;
    public int QuietTenths => _isPoor ? 12 : 5;

    public void Open() => Set(LineQuality.Open, 0, isPoor: false);

    public void BePoor(int seed) => Set(_poor, seed, isPoor: true);

    public Payload Take() => Side.Take();

    public void Dispose() => Side.Dispose();

    private void Set(LineQuality quality, int seed, bool isPoor)
    {
        Side.Set(quality, seed);
        _isPoor = isPoor;
    }
}
