using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Alys.Platform;

/// <summary>
/// Feeds the listeners. One reader of the journal hands each listener the facts it wants; the listener reacts in an act that also moves its durable cursor,
/// which is locked meanwhile, so that of several nodes one reacts and after a crash nothing is missed or done twice.
/// Facts that nobody wants cost nothing but their place in an index.
/// </summary>
internal sealed class ListenerService(Listeners listeners, JournalReader journal, Acts acts, Pulses pulses, ILogger<ListenerService> log, IHostApplicationLifetime life) : BackgroundService
{
    private const int MostRows = 500;
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(20);
    private readonly Dictionary<string, Channel<JournalRow>> _queues = listeners.All.ToDictionary(l => l.Name, _ => Channel.CreateBounded<JournalRow>(new BoundedChannelOptions(5000) { SingleReader = true }));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (listeners.All.Count == 0 || !await Started(stoppingToken)) return;
        await Task.WhenAll(listeners.All.Select(l => Serve(l, stoppingToken)).Append(Dispatch(stoppingToken)));
    }

    private async Task<bool> Started(CancellationToken ct)
    {
        var started = new TaskCompletionSource();
        await using var a = life.ApplicationStarted.Register(started.SetResult);
        await using var b = ct.Register(() => started.TrySetCanceled(ct));
        try { await started.Task; return true; } catch (OperationCanceledException) { return false; }
    }

    private async Task Dispatch(CancellationToken ct)
    {
        JournalCursor? seen = null;
        var kept = JournalCursor.Start;
        var keptAt = DateTime.MinValue;
        while (!ct.IsCancellationRequested)
        {
            try
            {
                var woken = pulses.Wait(Pulses.Journal, TimeSpan.FromSeconds(2), ct);
                seen ??= await acts.Read(db => Earliest(db, ct));
                var (rows, head) = await acts.Read(db => journal.Wanted(db, seen.Value, MostRows, listeners.Condition, ct));
                foreach (var row in rows)
                {
                    foreach (var listener in listeners.All.Where(l => l.Wants(row.What))) await _queues[listener.Name].Writer.WriteAsync(row, ct);
                }
                seen = head;
                if (rows.Count == MostRows) continue;
                if (kept != head && DateTime.UtcNow - keptAt > TimeSpan.FromMinutes(1))
                {
                    await Keep(head, ct);
                    (kept, keptAt) = (head, DateTime.UtcNow);
                }
                await Task.Delay(Breath, ct);
                await woken;
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error)
            {
                log.LogError(error, "The journal could not be read for the listeners; trying again");
                await Task.Delay(TimeSpan.FromSeconds(2), ct).ContinueWith(_ => { }, CancellationToken.None);
            }
        }
    }

    private async Task Serve(Listeners.Listener listener, CancellationToken ct)
    {
        var queue = _queues[listener.Name].Reader;
        while (!ct.IsCancellationRequested)
        {
            try
            {
                if (!await queue.WaitToReadAsync(ct)) return;
                if (!queue.TryPeek(out var row)) continue;
                await Hear(listener, row, ct);
                queue.TryRead(out _);
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error)
            {
                log.LogError(error, "Listener {Listener} failed; it will try the same row again", listener.Name);
                await Task.Delay(TimeSpan.FromSeconds(2), ct).ContinueWith(_ => { }, CancellationToken.None);
            }
        }
    }

    private Task<bool> Hear(Listeners.Listener listener, JournalRow row, CancellationToken ct) => acts.RunWithServices(Reader.System, async (act, services) =>
    {
        var cursor = await Lock(act, listener.Name, ct);
        if (row.Cursor.CompareTo(new(cursor.Xid, cursor.Seq)) <= 0) return false;
        await listener.Hear(act, row, services);
        (cursor.Xid, cursor.Seq, cursor.At) = (row.Cursor.Xid, row.Cursor.Seq, act.Now);
        return true;
    }, ct);

    /// <summary>Moves the cursors of listeners with nothing to do, so that a restart does not read the whole journal again.</summary>
    private Task Keep(JournalCursor head, CancellationToken ct) => acts.Run(Reader.System, async act =>
    {
        foreach (var listener in listeners.All.Where(l => _queues[l.Name].Reader.Count == 0))
        {
            var cursor = await Lock(act, listener.Name, ct);
            if (head.CompareTo(new(cursor.Xid, cursor.Seq)) > 0) (cursor.Xid, cursor.Seq, cursor.At) = (head.Xid, head.Seq, act.Now);
        }
    }, ct);

    /// <summary>Where the listener that is furthest behind stands; the start if one has never heard anything.</summary>
    private async Task<JournalCursor> Earliest(Db db, CancellationToken ct)
    {
        var cursors = await db.Set<ListenerCursor>().AsNoTracking().ToDictionaryAsync(c => c.Name, c => new JournalCursor(c.Xid, c.Seq), ct);
        return listeners.All.Select(l => cursors.GetValueOrDefault(l.Name)).Min();
    }

    private static async Task<ListenerCursor> Lock(Act act, string name, CancellationToken ct)
    {
        await act.Db.Database.ExecuteSqlAsync($"""insert into platform_listeners ("Name", "Xid", "Seq", "At") values ({name}, 0, 0, {act.Now}) on conflict ("Name") do update set "Name" = excluded."Name" """, ct);
        return await act.Db.Set<ListenerCursor>().FirstAsync(c => c.Name == name, ct);
    }
}
