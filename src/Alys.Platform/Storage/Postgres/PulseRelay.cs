using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Alys.Platform;

/// <summary>Carries pulses between nodes by LISTEN/NOTIFY. Its connection must go straight to PostgreSQL, not through a transaction pooler.</summary>
internal sealed class PulseRelay(PostgresEngine engine, Pulses pulses, ILogger<PulseRelay> log) : BackgroundService
{
    private const string ChannelName = "alys_pulse";
    private readonly string _node = Guid.NewGuid().ToString("N")[..8];
    private readonly Channel<string> _outgoing = Channel.CreateBounded<string>(new BoundedChannelOptions(1000) { FullMode = BoundedChannelFullMode.DropOldest });

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        pulses.Relay = topic => _outgoing.Writer.TryWrite(topic);
        return Task.WhenAll(Keep(Hear, stoppingToken), Keep(Tell, stoppingToken));
    }

    private async Task Keep(Func<CancellationToken, Task> work, CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                await work(ct);
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error)
            {
                log.LogWarning("The line for pulses to PostgreSQL broke: {Reason}", error.Message);
                await Task.Delay(1000, ct).ContinueWith(_ => { }, CancellationToken.None);
                pulses.All();
            }
        }
    }

    private async Task Hear(CancellationToken ct)
    {
        var line = new NpgsqlConnectionStringBuilder(engine.ConnectionString) { Pooling = false, KeepAlive = 15 };
        await using var connection = new NpgsqlConnection(line.ToString());
        await connection.OpenAsync(ct);
        connection.Notification += (_, heard) =>
        {
            if (heard.Payload.Split(' ', 2) is [var node, var topic] && node != _node) pulses.Local(topic);
        };
        await using (var listen = new NpgsqlCommand($"listen {ChannelName}", connection)) await listen.ExecuteNonQueryAsync(ct);
        pulses.All();
        while (true) await connection.WaitAsync(ct);
    }

    private async Task Tell(CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(engine.ConnectionString);
        await connection.OpenAsync(ct);
        await using var notify = new NpgsqlCommand($"select pg_notify('{ChannelName}', t) from unnest($1) as t", connection);
        var topics = notify.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [] });
        while (await _outgoing.Reader.WaitToReadAsync(ct))
        {
            var batch = new HashSet<string>(StringComparer.Ordinal);
            while (batch.Count < 200 && _outgoing.Reader.TryRead(out var topic)) batch.Add($"{_node} {topic}");
            topics.Value = batch.ToArray();
            await notify.ExecuteNonQueryAsync(ct);
        }
    }
}
