using System.Collections.Concurrent;

namespace Alys.Communication;

/// <summary>How many notices each person has not read, kept in memory until a pulse says that there is something new.</summary>
internal sealed class UnreadCounts(Acts acts, Pulses pulses)
{
    private const int MostPeople = 20_000;
    private readonly ConcurrentDictionary<Guid, Known> _known = new();

    public async ValueTask<int> Of(Guid person, CancellationToken ct)
    {
        if (_known.TryGetValue(person, out var known) && !known.Changed.IsCompleted) return known.Count;
        // Taken before counting, so that nothing falls between.
        var changed = pulses.Wait(Notice.Topic(person), CancellationToken.None);
        var count = await acts.Read(db => db.Notices.CountAsync(n => n.PersonId == person && n.ReadAt == null, ct));
        if (_known.Count >= MostPeople) _known.Clear();
        _known[person] = new(count, changed);
        return count;
    }

    private sealed record Known(int Count, Task Changed);
}
