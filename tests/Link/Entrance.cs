using System.Net;
using System.Net.Sockets;

namespace Alys.Link;

/// <summary>
/// Where the line ends before the server: takes connections in the far namespace and hands their bytes to the server's port on loopback.
/// So the server needs no address that others could reach, and the host no address of the line.
/// </summary>
internal sealed class Entrance : IDisposable
{
    private readonly Socket _listener;
    private readonly int _target;

    public Entrance(NetworkNamespace network, IPEndPoint at, int target)
    {
        _target = target;
        _listener = network.Run(() =>
        {
            var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            listener.Bind(at);
            listener.Listen();
            return listener;
        });
        _ = Accept();
    }

    public void Dispose() => _listener.Dispose();

    private async Task Accept()
    {
        while (true)
        {
            try
            {
                _ = Serve(await _listener.AcceptAsync());
            }
            catch (Exception error) when (error is SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task Serve(Socket near)
    {
        using var client = near;
        using var server = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        near.NoDelay = server.NoDelay = true;
        try
        {
            await server.ConnectAsync(IPAddress.Loopback, _target);
            await Task.WhenAll(Carry(client, server), Carry(server, client));
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException)
        {
            // A broken connection ends here as it would at the server.
        }
    }

    private static async Task Carry(Socket from, Socket to)
    {
        var buffer = new byte[16384];
        int n;
        while ((n = await from.ReceiveAsync(buffer)) > 0)
        {
            for (var sent = 0; sent < n;) sent += await to.SendAsync(buffer.AsMemory(sent..n));
        }
        to.Shutdown(SocketShutdown.Send);
    }
}
