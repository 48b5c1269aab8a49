using Microsoft.AspNetCore.Mvc;

namespace Alys.Platform;

/// <summary>Finds what the reader may see by words, with endings and typos of either language.</summary>
[SignedIn]
internal sealed class SearchModel(ModuleList modules) : AppPage
{
    private const int MostHits = 20, LongestQuery = 200;

    [FromQuery(Name = "q")] public string? Words { get; set; }
    public IReadOnlyList<Found> Hits { get; private set; } = [];
    public IReadOnlyList<string> Corrected { get; private set; } = [];
    public bool IsAsked => !string.IsNullOrWhiteSpace(Words);

    public async Task OnGet()
    {
        if (!IsAsked) return;
        Words = Words!.Trim();
        if (Words.Length > LongestQuery) Words = Words[..LongestQuery];
        var owners = new Dictionary<Guid, SearchOwner>();
        foreach (var module in modules.All)
        {
            foreach (var owner in await module.SearchOwners(Db, Reader, Now, Ct)) owners.TryAdd(owner.Id, owner);
        }
        var result = await SearchQuery.Find(Db, Words, owners.Keys, MostHits, Ct);
        Corrected = result.Corrected;
        Hits = [.. result.Hits.Select(h => new Found(h, owners[h.OwnerId].Address + h.Path, owners[h.OwnerId].Name))];
    }

    internal sealed record Found(SearchHit Hit, string Url, LocalText Owner);
}
