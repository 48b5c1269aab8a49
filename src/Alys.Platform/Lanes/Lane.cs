using System.Data.Common;
using System.Security.Cryptography;
using System.Threading.Channels;
using Microsoft.Extensions.Hosting;

namespace Alys.Platform;

/// <summary>A prepared statement of a hot act; parameters stand as @p0, @p1 … in the text. UUIDs, UTC times, text, numbers, byte arrays and null are taken.</summary>
public sealed record HotStatement(string Sql, params object?[] Parameters);

/// <summary>
/// The way of the hottest acts (answer saves, chat messages, views): prepared SQL, many acts in one durable commit, each acknowledged after it.
/// On PostgreSQL each act is a transaction of its own.
/// </summary>
public sealed class Lane : BackgroundService
{
    private const int MostActs = 400;
    private readonly StorageEngine _engine;
    private readonly Gate _gate;
    private readonly Pulses _pulses;
    private readonly PlatformOptions _options;
    private readonly Channel<Waiting> _queue = Channel.CreateBounded<Waiting>(new BoundedChannelOptions(20_000) { SingleReader = true });

    private readonly string _journal;

    internal Lane(StorageEngine engine, Gate gate, Pulses pulses, PlatformOptions options) =>
        (_engine, _gate, _pulses, _options, _journal) = (engine, gate, pulses, options, JournalInsert(engine.HasSingleWriter));

    /// <summary>
    /// Runs the statements as one act and returns, after the durable commit, how many rows the first one changed.
    /// When it changed none, the others are not run: write the act's conditions into the first statement.
    /// </summary>
    /// <exception cref="Refusal">The disk is full.</exception>
    public async Task<int> Write(IReadOnlyList<HotStatement> act, CancellationToken ct)
    {
        if (!_engine.HasSingleWriter) return await WriteAlone(act, ct);
        var waiting = new Waiting(act);
        await _queue.Writer.WriteAsync(waiting, ct);
        return await waiting.Done.Task;
    }

    /// <summary>
    /// Ends a sub-query whose row must stand as it is until the hot act is committed: <c>exists (select 1 from … where …{RowShare})</c>. Where writers
    /// run side by side it waits for, and holds off, whoever changes that row; a single writer needs nothing.
    /// </summary>
    public string RowShare => _engine.HasSingleWriter ? "" : " for share";

    /// <summary>The journal's statement for a hot act.</summary>
    public HotStatement Journal(Reader reader, string what, string objectKind, Guid objectId, Scope scope, DateTime now, object? after, string? from, Guid? person = null) => new(_journal,
        _options.Site, now, reader.IsSignedIn ? reader.PersonId : null, what, objectKind, objectId, scope.IsNone ? null : scope.Kind, scope.IsNone ? null : scope.Id, person,
        JournalJson.Of(null, after), RandomNumberGenerator.GetBytes(16), from);

    private static string JournalInsert(bool hasSingleWriter) => $"""
        insert into platform_journal ("Site","At","ByPersonId","What","ObjectKind","ObjectId","ScopeKind","ScopeId","PersonId","Data","Salt","From"{(hasSingleWriter ? ",\"Xid\"" : "")})
        values (@p0,@p1,@p2,@p3,@p4,@p5,@p6,@p7,@p8,@p9,@p10,@p11{(hasSingleWriter ? ",0" : "")})
        """;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!_engine.HasSingleWriter) return;
        await Task.Yield();
        using var writer = new LaneWriter(_engine);
        var batch = new List<Waiting>(MostActs);
        while (await _queue.Reader.WaitToReadAsync(stoppingToken))
        {
            using (await _gate.Enter(CancellationToken.None))
            {
                while (batch.Count < MostActs && _queue.Reader.TryRead(out var waiting)) batch.Add(waiting);
                writer.Commit(batch);
            }
            foreach (var waiting in batch) waiting.Acknowledge();
            batch.Clear();
            _pulses.Send(Pulses.Journal);
        }
    }

    private async Task<int> WriteAlone(IReadOnlyList<HotStatement> act, CancellationToken ct)
    {
        try
        {
            await using var connection = await _engine.OpenAsync(ct);
            await using var transaction = await connection.BeginTransactionAsync(ct);
            var first = 0;
            for (var i = 0; i < act.Count; i++)
            {
                await using var command = LaneWriter.Command(_engine, connection, transaction, act[i]);
                LaneWriter.Fill(_engine, command, act[i]);
                var changed = await command.ExecuteNonQueryAsync(ct);
                if (i > 0) continue;
                first = changed;
                if (changed == 0) break;
            }
            await transaction.CommitAsync(CancellationToken.None);
            _pulses.Send(Pulses.Journal);
            return first;
        }
        catch (DbException error) when (_engine.IsFull(error))
        {
            throw new Refusal("platform.refusal.disk-full") { Status = StatusCodes.Status507InsufficientStorage };
        }
    }

    internal sealed class Waiting(IReadOnlyList<HotStatement> act)
    {
        public IReadOnlyList<HotStatement> Act { get; } = act;
        public TaskCompletionSource<int> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
        public int Changed { get; set; }
        public Exception? Error { get; set; }

        public void Acknowledge()
        {
            if (Error is null) Done.SetResult(Changed);
            else Done.SetException(Error);
        }
    }
}
