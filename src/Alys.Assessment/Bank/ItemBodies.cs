using Microsoft.Extensions.Caching.Memory;

namespace Alys.Assessment.Bank;

/// <summary>Item versions as read from their JSON. They never change, so a cache of them is never wrong.</summary>
internal sealed class ItemBodies : IDisposable
{
    private readonly MemoryCache _known = new(new MemoryCacheOptions { SizeLimit = 20_000 });

    public async Task<IReadOnlyDictionary<Guid, ItemBody>> Of(Db db, IEnumerable<Guid> versions, CancellationToken ct)
    {
        var bodies = new Dictionary<Guid, ItemBody>();
        var missing = new List<Guid>();
        foreach (var id in versions.Distinct())
        {
            if (_known.TryGetValue(id, out ItemBody? body)) bodies[id] = body!;
            else missing.Add(id);
        }
        foreach (var some in missing.Chunk(200))
        {
            var read = await db.ItemVersions.AsNoTracking().Where(v => some.Contains(v.Id)).Select(v => new { v.Id, v.Body }).ToListAsync(ct);
            foreach (var version in read)
            {
                bodies[version.Id] = BodyJson.Read(version.Body);
                _known.Set(version.Id, bodies[version.Id], new MemoryCacheEntryOptions { Size = 1 });
            }
        }
        return bodies;
    }

    public void Dispose() => _known.Dispose();
}
