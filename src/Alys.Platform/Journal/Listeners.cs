using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Alys.Platform;

public delegate Task Hear(Act act, JournalRow row, IServiceProvider services);

/// <summary>Who listens to which facts. A listener's cursor moves in the transaction of its own writes, so a fact is heard once, even after a crash.</summary>
public sealed class Listeners
{
    internal List<Listener> All { get; } = [];

    /// <param name="what">The fact, or a prefix of facts ending with a full stop.</param>
    /// <param name="name">Name of the listener, for its cursor: never change it.</param>
    /// <param name="hear">The reaction; idempotent, quick.</param>
    public void To(string what, string name, Hear hear)
    {
        if (All.Any(l => l.Name == name)) throw new InvalidOperationException($"Two listeners are called {name}.");
        All.Add(new(what, name, hear));
    }

    internal sealed record Listener(string What, string Name, Hear Hear)
    {
        public bool Wants(string what) => What.EndsWith('.') ? what.StartsWith(What, StringComparison.Ordinal) : what == What;
    }
}

internal sealed class ListenerCursor
{
    public required string Name { get; init; }
    public long Xid { get; set; }
    public long Seq { get; set; }
    public DateTime At { get; set; }
}

internal sealed class ListenerCursorConfiguration : IEntityTypeConfiguration<ListenerCursor>
{
    public void Configure(EntityTypeBuilder<ListenerCursor> b)
    {
        b.ToTable("platform_listeners");
        b.HasKey(x => x.Name);
        b.Property(x => x.Name).HasMaxLength(80);
    }
}

/// <summary>Feeds the listeners: each has a durable cursor, locked while it works, so that of several nodes one at a time serves it.</summary>
internal sealed class ListenerService(Listeners listeners, JournalReader journal, Acts acts, Pulses pulses, ILogger<ListenerService> log, IHostApplicationLifetime life) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!await Started(stoppingToken)) return;
        await Task.WhenAll(listeners.All.Select(l => Serve(l, stoppingToken)));
    }

    private async Task<bool> Started(CancellationToken ct)
    {
        var started = new TaskCompletionSource();
        await using var a = life.ApplicationStarted.Register(started.SetResult);
        await using var b = ct.Register(() => started.TrySetCanceled(ct));
        try { await started.Task; return true; } catch (OperationCanceledException) { return false; }
    }

    private async Task Serve(Listeners.Listener listener, CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                var woken = pulses.Wait(Pulses.Journal, TimeSpan.FromSeconds(5), ct);
                while (await Catch(listener, ct)) { }
                await woken;
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

    /// <summary>Hears up to a hundred rows in one act. False when there was nothing new.</summary>
    private async Task<bool> Catch(Listeners.Listener listener, CancellationToken ct)
    {
        var peek = await acts.Read(async db =>
        {
            var at = await db.Set<ListenerCursor>().AsNoTracking().FirstOrDefaultAsync(c => c.Name == listener.Name, ct);
            return (await journal.After(db, at is null ? JournalCursor.Start : new(at.Xid, at.Seq), 1, ct)).Count;
        });
        if (peek == 0) return false;
        return await acts.RunWithServices(Reader.System, async (act, services) =>
        {
            var cursor = await Lock(act, listener.Name, ct);
            var rows = await journal.After(act.Db, new(cursor.Xid, cursor.Seq), 100, ct);
            foreach (var row in rows)
            {
                if (listener.Wants(row.What)) await listener.Hear(act, row, services);
                (cursor.Xid, cursor.Seq, cursor.At) = (row.Cursor.Xid, row.Cursor.Seq, act.Now);
            }
            return rows.Count > 0;
        }, ct);
    }

    private static async Task<ListenerCursor> Lock(Act act, string name, CancellationToken ct)
    {
        await act.Db.Database.ExecuteSqlAsync($"""insert into platform_listeners ("Name", "Xid", "Seq", "At") values ({name}, 0, 0, {act.Now}) on conflict ("Name") do update set "Name" = excluded."Name" """, ct);
        return await act.Db.Set<ListenerCursor>().FirstAsync(c => c.Name == name, ct);
    }
}
