namespace Alys.Link;

/// <summary>What a line gives in each direction.</summary>
/// <param name="KilobitsPerSecond">Of whole IP packets; 0: as fast as the machine.</param>
/// <param name="OneWayMilliseconds">Delay beside the time that a packet takes to be sent; half of the round trip.</param>
/// <param name="LossPercent">Of packets, each by itself, after they took their time on the line.</param>
/// <param name="QueueBytes">What may wait before the line; a packet that finds it full is dropped.</param>
public sealed record LineQuality(int KilobitsPerSecond, int OneWayMilliseconds, double LossPercent, int QueueBytes)
{
    /// <summary>No rate, no delay, no loss: what a test does beforehand does not wait.</summary>
    public static LineQuality Open { get; } = new(0, 0, 0, 0);

    /// <summary>The line that the program is made for. Twenty full packets may wait, as in the modems of such lines.</summary>
    public static LineQuality Poor { get; } = new(50, 150, 1, 30_000);

    public TimeSpan TimeOf(int bytes) => KilobitsPerSecond == 0 ? TimeSpan.Zero : TimeSpan.FromSeconds(bytes * 8.0 / (KilobitsPerSecond * 1000));
}
