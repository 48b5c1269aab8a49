using System.Diagnostics;

namespace Alys.Link;

/// <summary>One way of the line: takes packets from a device, lets each wait for its turn, its sending and its flight, loses some, hands the rest to the other device.</summary>
internal sealed class Direction : IDisposable
{
    private readonly Tun _from;
    private readonly Tun _to;
    private readonly Action<ReadOnlySpan<byte>> _seen;
    private readonly Queue<(long Due, byte[] Packet)> _flying = [];
    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _some = new(0);
    private readonly Thread[] _threads;
    private volatile bool _isOver;
    private LineQuality _quality = LineQuality.Open;
    private Losses _losses = new(0, 0);
    private long _freeAt;

    public Direction(string name, Tun from, Tun to, Action<ReadOnlySpan<byte>> seen)
    {
        (_from, _to, _seen) = (from, to, seen);
        _threads = [new(Take) { IsBackground = true, Name = name }, new(Give) { IsBackground = true, Name = name + ", far end" }];
        foreach (var thread in _threads) thread.Start();
    }

    public Traffic Traffic { get; private set; } = new(0, 0, 0, 0);

    public void Set(LineQuality quality, int seed)
    {
        lock (_lock)
        {
            (_quality, _losses, _freeAt, Traffic) = (quality, new(quality.LossPercent, seed), 0, new(0, 0, 0, 0));
        }
    }

    public void Dispose()
    {
        _isOver = true;
        _some.Release();
        foreach (var thread in _threads) thread.Join();
        _some.Dispose();
    }

    private void Take()
    {
        var buffer = new byte[65536];
        while (!_isOver)
        {
            var n = _from.Read(buffer);
            // What the kernel says of itself by IPv6 is no traffic of the line and would draw losses that nobody can repeat.
            if (n < 20 || buffer[0] >> 4 != 4) continue;
            _seen(buffer.AsSpan(0, n));
            Enter(buffer[..n]);
        }
    }

    private void Enter(byte[] packet)
    {
        lock (_lock)
        {
            var now = Stopwatch.GetTimestamp();
            var begins = Math.Max(now, _freeAt);
            if (_quality.KilobitsPerSecond > 0 && Stopwatch.GetElapsedTime(now, begins) + _quality.TimeOf(packet.Length) > _quality.TimeOf(_quality.QueueBytes))
            {
                Traffic = Traffic with { Dropped = Traffic.Dropped + 1 };
                return;
            }
            _freeAt = begins + Ticks(_quality.TimeOf(packet.Length));
            var isLost = _losses.Next();
            Traffic = Traffic with { Packets = Traffic.Packets + 1, Bytes = Traffic.Bytes + packet.Length, Lost = Traffic.Lost + (isLost ? 1 : 0) };
            if (isLost) return;
            _flying.Enqueue((_freeAt + Ticks(TimeSpan.FromMilliseconds(_quality.OneWayMilliseconds)), packet));
        }
        _some.Release();
    }

    private void Give()
    {
        while (true)
        {
            _some.Wait();
            if (_isOver) return;
            (long Due, byte[] Packet) next;
            lock (_lock) next = _flying.Dequeue();
            var wait = Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), next.Due);
            if (wait > TimeSpan.Zero) Thread.Sleep(wait);
            _to.Write(next.Packet);
        }
    }

    private static long Ticks(TimeSpan time) => (long)(time.TotalSeconds * Stopwatch.Frequency);
}

/// <param name="Packets">Sent, the lost ones with them.</param>
/// <param name="Bytes">Of whole IP packets.</param>
/// <param name="Lost">By the dice.</param>
/// <param name="Dropped">For want of room in the queue; not among the sent ones.</param>
public sealed record Traffic(long Packets, long Bytes, long Lost, long Dropped);
