using System.Net;

namespace Alys.Link;

/// <summary>
/// The poor line: two networks of our own and between them this program, which carries IP packets at a rate, with a delay, with seeded losses and a finite queue.
/// The client's programs are started in the one; the other leads to a port of the server on loopback.
/// </summary>
public sealed class PoorLine : IDisposable
{
    /// <summary>The server's address on the line; port 443. Both networks are private, so that every line has the same addresses.</summary>
    public const string ServerAddress = "10.77.0.1";
    private readonly NetworkNamespace _client;
    private readonly NetworkNamespace _server;
    private readonly Tun _near;
    private readonly Tun _far;
    private readonly Entrance? _entrance;
    private readonly Direction _up;
    private readonly Direction _down;
    private readonly Meter _meter = new();

    /// <param name="serverPort">Where the server listens on loopback.</param>
    /// <exception cref="IOException">No such line may be made here; <see cref="Obstacle"/> says so beforehand.</exception>
    public PoorLine(int? serverPort = null)
    {
        _client = new NetworkNamespace("client's network");
        _server = new NetworkNamespace("server's network");
        _near = new Tun(_client, "10.77.0.2/24");
        _far = new Tun(_server, ServerAddress + "/24");
        _up = new Direction("up", _near, _far, _meter.Up);
        _down = new Direction("down", _far, _near, _meter.Down);
        if (serverPort is { } port) _entrance = new Entrance(_server, new(IPAddress.Parse(ServerAddress), 443), port);
    }

    public Traffic TrafficUp => _up.Traffic;
    public Traffic TrafficDown => _down.Traffic;

    /// <summary>Why no line can be made here, as the kernel or the lack of a program says it; null where it can.</summary>
    public static string? Obstacle()
    {
        if (!OperatingSystem.IsLinux()) return "TUN devices and network namespaces are Linux's";
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Append("/usr/sbin").Append("/sbin").ToArray();
        foreach (var program in new[] { "ip", "ping", "nsenter" })
        {
            if (!folders.Any(x => File.Exists(Path.Combine(x, program)))) return $"the program {program} is missing";
        }
        try
        {
            new PoorLine().Dispose();
            return null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return error.Message;
        }
    }

    /// <summary>From now on the line is so; which packets it loses begins anew with the seed.</summary>
    public void Set(LineQuality quality, int seed)
    {
        _up.Set(quality, 2 * seed);
        _down.Set(quality, 2 * seed + 1);
    }

    /// <summary>TCP payload since the last call.</summary>
    public Payload Take() => _meter.Take();

    /// <summary>Measures the line by ping and by a transfer over TCP.</summary>
    public Task<Proof> Prove(int pings, int transferBytes) => new Prover(_client, _server).Run(pings, transferBytes);

    /// <summary>The start of a command line that makes a program run on the client's side.</summary>
    public string Enter => $"nsenter --net={_client.Path}";

    public void Dispose()
    {
        _entrance?.Dispose();
        _up.Dispose();
        _down.Dispose();
        _near.Dispose();
        _far.Dispose();
        _client.Dispose();
        _server.Dispose();
    }
}
