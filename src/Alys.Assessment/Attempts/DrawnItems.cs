using Microsoft.Extensions.Caching.Memory;

namespace Alys.Assessment.Attempts;

/// <summary>What was drawn for attempts, in the order of the positions. It never changes, so that it stays in memory while an attempt is sat.</summary>
internal sealed class DrawnItems : IDisposable
{
    private readonly MemoryCache _known = new(new MemoryCacheOptions { SizeLimit = 5_000 });

    /// <summary>One statement, none when it is in memory.</summary>
    public async ValueTask<IReadOnlyList<AttemptItem>> Of(Db db, Guid attempt)
    {
        if (_known.TryGetValue(attempt, out IReadOnlyList<AttemptItem>? known)) return known!;
        var items = await Query(db, attempt).ToListAsync();
        _known.Set(attempt, items, new MemoryCacheEntryOptions { Size = 1, SlidingExpiration = TimeSpan.FromMinutes(30) });
        return items;
    }

    public void Dispose() => _known.Dispose();

    private static readonly Func<Db, Guid, IAsyncEnumerable<AttemptItem>> Query = EF.CompileAsyncQuery((Db db, Guid attempt) =>
        db.Set<AttemptItem>().AsNoTracking().Where(i => i.AttemptId == attempt).OrderBy(i => i.Position).AsQueryable());
}
