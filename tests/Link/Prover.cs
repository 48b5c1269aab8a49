using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace Alys.Link;

internal sealed partial class Prover(NetworkNamespace client, NetworkNamespace server)
{
    private const int Port = 5001;

    public async Task<Proof> Run(int pings, int transferBytes)
    {
        var answered = pings == 0 ? [] : await Ping(pings);
        var lost = Enumerable.Range(1, pings).Where(x => !answered.ContainsKey(x)).ToList();
        var times = answered.Values.Order().ToList();
        return new Proof(times.Count == 0 ? double.NaN : times[times.Count / 2], pings, lost, transferBytes == 0 ? double.NaN : await Transfer(transferBytes));
    }

    private async Task<Dictionary<int, double>> Ping(int count)
    {
        // 84 bytes each 30 ms are 22 kbit/s: the line is busy, but nothing waits in its queue.
        using var ping = client.Start("ping", "-n", "-i", "0.03", "-W", "1", "-c", count.ToString(CultureInfo.InvariantCulture), PoorLine.ServerAddress);
        var said = await ping.StandardOutput.ReadToEndAsync();
        await ping.WaitForExitAsync();
        return Answers().Matches(said).DistinctBy(x => x.Groups[1].Value)
            .ToDictionary(x => int.Parse(x.Groups[1].Value, CultureInfo.InvariantCulture), x => double.Parse(x.Groups[2].Value, CultureInfo.InvariantCulture));
    }

    /// <summary>kbit/s of payload from the first bytes that arrive to the last.</summary>
    private async Task<double> Transfer(int bytes)
    {
        static Socket Make() => new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        var at = new IPEndPoint(IPAddress.Parse(PoorLine.ServerAddress), Port);
        using var listener = server.Run(() => { var x = Make(); x.Bind(at); x.Listen(); return x; });
        using var from = client.Run(Make);
        await from.ConnectAsync(at);
        using var to = await listener.AcceptAsync();
        var sending = Task.Run(async () => { await to.SendAsync(new byte[bytes]); to.Shutdown(SocketShutdown.Send); });
        var buffer = new byte[65536];
        var (sum, first) = (await from.ReceiveAsync(buffer), Stopwatch.GetTimestamp());
        var (counted, n) = (0, 0);
        while ((n = await from.ReceiveAsync(buffer)) > 0) counted += n;
        var took = Stopwatch.GetElapsedTime(first);
        await sending;
        if (sum + counted != bytes) throw new IOException($"{sum + counted} of {bytes} bytes arrived.");
        return counted * 8 / took.TotalMilliseconds;
    }

    [GeneratedRegex("icmp_seq=([0-9]+) .*time=([0-9.]+) ms")]
    private static partial Regex Answers();
}

/// <summary>What the line is, by its own measure.</summary>
/// <param name="RoundTripMilliseconds">Median of the pings, the time of sending 84 bytes twice with it.</param>
/// <param name="Asked">Pings sent.</param>
/// <param name="Lost">The numbers of those without an answer.</param>
/// <param name="KilobitsPerSecond">TCP payload of the transfer; NaN if there was none.</param>
public sealed record Proof(double RoundTripMilliseconds, int Asked, IReadOnlyList<int> Lost, double KilobitsPerSecond);
