using System.Buffers.Binary;

namespace Alys.Link;

/// <summary>Counts the TCP payload of every connection both ways, as it enters the line. What is sent again after a loss is counted apart.</summary>
internal sealed class Meter
{
    private const int Tcp = 6;
    private const int SynFlag = 2;
    private readonly Lock _lock = new();
    private readonly Dictionary<int, Connection> _connections = [];
    private Payload _sum = new(0, 0, 0, 0);

    public Payload Take()
    {
        lock (_lock)
        {
            var sum = _sum;
            _sum = new(0, 0, 0, 0);
            return sum;
        }
    }

    public void Up(ReadOnlySpan<byte> packet) => See(packet, isUp: true);

    public void Down(ReadOnlySpan<byte> packet) => See(packet, isUp: false);

    private void See(ReadOnlySpan<byte> packet, bool isUp)
    {
        if (packet[9] != Tcp) return;
        var segment = packet[((packet[0] & 15) * 4)..BinaryPrimitives.ReadUInt16BigEndian(packet[2..])];
        var port = BinaryPrimitives.ReadUInt16BigEndian(segment[(isUp ? 0 : 2)..]);
        var sequence = BinaryPrimitives.ReadUInt32BigEndian(segment[4..]);
        var length = segment.Length - (segment[12] >> 4) * 4;
        var isSyn = (segment[13] & SynFlag) != 0;
        lock (_lock)
        {
            if (isSyn && isUp || !_connections.TryGetValue(port, out var connection)) _connections[port] = connection = new();
            if (isSyn) connection.Begin(isUp, sequence + 1);
            else if (length > 0) _sum = connection.Count(_sum, isUp, sequence, length);
        }
    }

    private sealed class Connection
    {
        private uint _nextUp;
        private uint _nextDown;
        private bool _serverSpoke;
        private bool _isAfterHandshake;

        public void Begin(bool isUp, uint next)
        {
            if (isUp) _nextUp = next;
            else _nextDown = next;
        }

        public Payload Count(Payload sum, bool isUp, uint sequence, int length)
        {
            ref var next = ref isUp ? ref _nextUp : ref _nextDown;
            // Sequence numbers go round: the difference tells what is new.
            var fresh = Math.Clamp((int)(sequence + (uint)length - next), 0, length);
            next += (uint)fresh;
            if (!isUp) _serverSpoke = true;
            else if (_serverSpoke && fresh > 0) _isAfterHandshake = true;
            return new(sum.Up + (isUp ? fresh : 0), sum.Down + (isUp ? 0 : fresh), sum.Handshake + (_isAfterHandshake ? 0 : fresh), sum.Again + length - fresh);
        }
    }
}

/// <param name="Up">TCP payload from the client, each byte once.</param>
/// <param name="Down">TCP payload to the client, each byte once.</param>
/// <param name="Handshake">How much of both was TLS handshake: the first flight of each side (hellos, certificate, the server's finish).</param>
/// <param name="Again">Bytes sent again after a loss; in none of the others.</param>
public sealed record Payload(long Up, long Down, long Handshake, long Again);
