using Microsoft.Extensions.DependencyInjection;

namespace Alys.Platform;

/// <summary>Runs acts: gate, transaction, journal, commit, then the pulses.</summary>
public sealed class Acts
{
    private readonly IServiceProvider _services;
    private readonly Gate _gate;
    private readonly StorageEngine _engine;
    private readonly Pulses _pulses;
    private readonly TimeProvider _time;
    private readonly PlatformOptions _options;

    internal Acts(IServiceProvider services, Gate gate, StorageEngine engine, Pulses pulses, TimeProvider time, PlatformOptions options)
    {
        (_services, _gate, _engine, _pulses, _time, _options) = (services, gate, engine, pulses, time, options);
    }

    /// <summary>Runs a deed of <paramref name="actor"/> in a scope and database context of its own (jobs, listeners, the demo institution).</summary>
    public async Task<T> Run<T>(Reader actor, Func<Act, Task<T>> deed, CancellationToken ct)
    {
        await using var scope = _services.CreateAsyncScope();
        return await RunOn(scope.ServiceProvider.GetRequiredService<Db>(), actor, null, deed, ct);
    }

    /// <inheritdoc cref="Run{T}"/>
    public Task Run(Reader actor, Func<Act, Task> deed, CancellationToken ct) =>
        Run(actor, async act => { await deed(act); return 0; }, ct);

    internal async Task<T> RunWithServices<T>(Reader actor, Func<Act, IServiceProvider, Task<T>> deed, CancellationToken ct)
    {
        await using var scope = _services.CreateAsyncScope();
        return await RunOn(scope.ServiceProvider.GetRequiredService<Db>(), actor, null, act => deed(act, scope.ServiceProvider), ct);
    }

    /// <summary>Reads outside of any act, in a context of its own.</summary>
    public async Task<T> Read<T>(Func<Db, Task<T>> read)
    {
        await using var scope = _services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<Db>());
    }

    /// <summary>Runs a deed on a context that the caller has, for a request that comes from the address.</summary>
    public async Task<T> RunOn<T>(Db db, Reader actor, string? from, Func<Act, Task<T>> deed, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await Once(db, actor, from, deed, ct);
            }
            catch (Exception error) when (attempt < 4 && _engine.IsWorthRetrying(error))
            {
                db.ChangeTracker.Clear();
            }
            catch (DbUpdateConcurrencyException)
            {
                db.ChangeTracker.Clear();
                throw new Refusal("platform.refusal.changed-meanwhile");
            }
            catch (Exception error) when (_engine.IsDuplicate(error))
            {
                db.ChangeTracker.Clear();
                throw new Refusal("platform.refusal.exists-already");
            }
            catch (Exception error) when (_engine.IsFull(error) || error is IOException { HResult: 28 })
            {
                db.ChangeTracker.Clear();
                throw new Refusal("platform.refusal.disk-full") { Status = StatusCodes.Status507InsufficientStorage };
            }
            catch
            {
                db.ChangeTracker.Clear();
                throw;
            }
        }
    }

    private async Task<T> Once<T>(Db db, Reader actor, string? from, Func<Act, Task<T>> deed, CancellationToken ct)
    {
        Act act;
        T result;
        using (await _gate.Enter(ct))
        {
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            act = new Act(db, actor, UtcMicroseconds.ToStore(_time.GetUtcNow().UtcDateTime), _options.Site, from, ct);
            result = await deed(act);
            await db.SaveChangesAsync(ct);
            // From here on the outcome must be known: a leaving visitor does not cut a commit short.
            await transaction.CommitAsync(CancellationToken.None);
        }
        _pulses.Send(Pulses.Journal);
        foreach (var topic in act.Pulses) _pulses.Send(topic);
        return result;
    }
}
