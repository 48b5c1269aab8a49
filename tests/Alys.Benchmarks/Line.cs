using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;
using Alys.Link;

namespace Alys.Benchmarks;

/// <summary>
/// A forwarder of TCP between browser and server on loopback. Open, it weighs pages: it loses nothing, so that a page weighs the same each time. It can be as slow
/// as a poor line, too, for machines where no network namespace may be made: one bucket of bytes per direction for all connections together, half a round trip of
/// delay each way, a whole one for a new connection.
/// </summary>
internal sealed class Line : ILine
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly int _target;
    private readonly Budgets.LineBudget _poor;
    private readonly CancellationTokenSource _stop = new();
    private readonly Bucket _up = new();
    private readonly Bucket _down = new();
    private long _bytesUp;
    private long _bytesDown;
    private long _handshakes;

    private int _kilobitsPerSecond;
    private int _roundTripMilliseconds;

    public Line(int target, Budgets.LineBudget poor)
    {
        (_target, _poor) = (target, poor);
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _ = Accept();
    }

    public string Name => $"TCP forwarder, {_poor.KilobitsPerSecond} kbit/s each way, {_poor.RoundTripMilliseconds} ms, no loss";
    public string Host => "127.0.0.1";
    public int Port { get; }
    public PoorLine? Side => null;
    public int Runs => 1;
    public int QuietTenths => 5;

    public void Open() => (_kilobitsPerSecond, _roundTripMilliseconds) = (0, 0);

    public void BePoor(int seed) => (_kilobitsPerSecond, _roundTripMilliseconds) = (_poor.KilobitsPerSecond, _poor.RoundTripMilliseconds);

    public Payload Take() => new(Interlocked.Exchange(ref _bytesUp, 0), Interlocked.Exchange(ref _bytesDown, 0), Interlocked.Exchange(ref _handshakes, 0), 0);

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Stop();
    }

    private async Task Accept()
    {
        while (!_stop.IsCancellationRequested)
        {
            TcpClient near;
            try
            {
                near = await _listener.AcceptTcpClientAsync(_stop.Token);
            }
            catch (Exception error) when (error is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }
            _ = Serve(near);
        }
    }

    private async Task Serve(TcpClient near)
    {
        using var far = new TcpClient { NoDelay = true };
        near.NoDelay = true;
        try
        {
            await Task.Delay(_roundTripMilliseconds, _stop.Token);
            await far.ConnectAsync(IPAddress.Loopback, _target, _stop.Token);
            var flights = new Flights();
            await Task.WhenAny(
                Carry(near.GetStream(), far.GetStream(), _up, flights.Up, n => Interlocked.Add(ref _bytesUp, n)),
                Carry(far.GetStream(), near.GetStream(), _down, flights.Down, n => Interlocked.Add(ref _bytesDown, n)));
        }
        catch (Exception error) when (error is OperationCanceledException or SocketException or IOException)
        {
            // A closed connection ends its forwarding.
        }
        finally
        {
            near.Dispose();
        }
    }

    private async Task Carry(NetworkStream from, NetworkStream to, Bucket bucket, Func<int, int> handshake, Action<int> count)
    {
        var queue = Channel.CreateUnbounded<(long Due, byte[] Bytes)>();
        var sending = Task.Run(async () =>
        {
            await foreach (var (due, bytes) in queue.Reader.ReadAllAsync(_stop.Token))
            {
                var wait = Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), due);
                if (wait > TimeSpan.Zero) await Task.Delay(wait, _stop.Token);
                await to.WriteAsync(bytes, _stop.Token);
            }
            to.Socket.Shutdown(SocketShutdown.Send);
        });
        var buffer = new byte[1460];
        int n;
        while ((n = await from.ReadAsync(buffer, _stop.Token)) > 0)
        {
            count(n);
            Interlocked.Add(ref _handshakes, handshake(n));
            queue.Writer.TryWrite((bucket.Pass(n, _kilobitsPerSecond, _roundTripMilliseconds / 2), buffer[..n]));
        }
        queue.Writer.Complete();
        await sending;
    }

    /// <summary>Tells the bytes of a connection's first two flights from the rest.</summary>
    private sealed class Flights
    {
        private bool _serverSpoke;
        private bool _isOver;

        public int Up(int n)
        {
            if (_serverSpoke) _isOver = true;
            return _isOver ? 0 : n;
        }

        public int Down(int n)
        {
            _serverSpoke = true;
            return _isOver ? 0 : n;
        }
    }

    /// <summary>When bytes that enter now come out: after those before them, at the line's rate, plus the delay.</summary>
    private sealed class Bucket
    {
        private readonly Lock _lock = new();
        private long _freeAt;

        public long Pass(int bytes, int kilobitsPerSecond, int delayMilliseconds)
        {
            lock (_lock)
            {
                var now = Stopwatch.GetTimestamp();
                _freeAt = Math.Max(now, _freeAt);
                if (kilobitsPerSecond > 0) _freeAt += (long)(bytes * 8.0 / (kilobitsPerSecond * 1000) * Stopwatch.Frequency);
                return _freeAt + delayMilliseconds * Stopwatch.Frequency / 1000;
            }
        }
    }
}
