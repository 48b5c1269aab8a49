using System.Collections.Concurrent;

namespace Alys.Platform;

/// <summary>
/// What many read and few change, kept in memory until a fact of the journal says that it may have changed, on this node or on another (their word
/// comes by <see cref="Pulses"/>). Values are shared between requests and must not be altered.
/// </summary>
public sealed class Remembered<TKey, TValue> where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, TValue> _known = new();
    private readonly Func<Db, TKey, Task<TValue>> _read;
    private readonly int _most;
    private int _epoch;

    /// <param name="pulses">Tells of changes.</param>
    /// <param name="most">Values kept at most; then all are forgotten.</param>
    /// <param name="read">Reads one value.</param>
    /// <param name="facts">Facts of acts after which nothing remembered here holds, as <see cref="Act.Wrote(string, Entity, Scope, Guid?, object?, object?)"/> names them. (Facts of the <see cref="Lane"/> are not told.)</param>
    public Remembered(Pulses pulses, int most, Func<Db, TKey, Task<TValue>> read, params IEnumerable<string> facts)
    {
        (_read, _most) = (read, most);
        foreach (var fact in facts) pulses.On(Pulses.Fact(fact), Forget);
    }

    /// <summary>The value, without a statement where it is known. Within an act it is read anew: what an act sees may never come to be.</summary>
    public async ValueTask<TValue> Of(Db db, TKey key)
    {
        if (db.Database.CurrentTransaction is not null) return await _read(db, key);
        if (_known.TryGetValue(key, out var known)) return known;
        var epoch = Volatile.Read(ref _epoch);
        var value = await _read(db, key);
        if (_known.Count >= _most) _known.Clear();
        // What was read before a change must not be kept after it.
        if (epoch == Volatile.Read(ref _epoch)) _known[key] = value;
        if (epoch != Volatile.Read(ref _epoch)) _known.TryRemove(key, out _);
        return value;
    }

    private void Forget()
    {
        Interlocked.Increment(ref _epoch);
        _known.Clear();
    }
}
