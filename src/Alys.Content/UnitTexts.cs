using Microsoft.Extensions.Caching.Memory;

using Alys.Content.Recordings;

namespace Alys.Content;

/// <summary>A page of a unit's text, ready to stand in <c>&lt;article class="prose"&gt;</c>.</summary>
/// <param name="Html">Clean HTML of at most about 15,000 bytes compressed; headings begin at h2.</param>
/// <param name="HasMaths">The page then sets <c>ViewData["MathFont"] = true</c>.</param>
/// <param name="Number">From 1.</param>
public sealed record UnitText(string Html, bool HasMaths, int Number)
{
    /// <summary>The page shows recordings: it then loads <c>player.js</c> and calls <see cref="HttpContextExtensions.AllowMediaStreams"/>.</summary>
    public bool HasPlayers { get; init; }
}

/// <summary>Rendered pages of unit versions. A version never changes, so a page once read stays in memory while it is in use.</summary>
public sealed class UnitTexts : IDisposable
{
    // Characters; about 32 MB.
    private readonly MemoryCache _pages = new(new MemoryCacheOptions { SizeLimit = 16_000_000 });

    private readonly TextTable _texts;

    internal UnitTexts(TextTable texts) => _texts = texts;

    /// <summary>One page of a version, or null when the version has no such page. One SQL statement, none when the page is in memory; one more when it shows recordings.</summary>
    /// <param name="db">The reader's database context.</param>
    /// <param name="versionId">A version, usually <see cref="PublishedUnitRow.VersionId"/>. Whether the reader may see it was asked before.</param>
    /// <param name="number">Page, from 1.</param>
    /// <param name="ct">Ends the reading.</param>
    public async ValueTask<UnitText?> Page(Db db, Guid versionId, int number, CancellationToken ct)
    {
        var page = await Stored(db, versionId, number, ct);
        return page is { HasPlayers: true } ? page with { Html = await Players.Fill(db, _texts, versionId, page.Html, ct) } : page;
    }

    private async ValueTask<UnitText?> Stored(Db db, Guid versionId, int number, CancellationToken ct)
    {
        if (_pages.TryGetValue((versionId, number), out UnitText? known))
        {
            return known;
        }
        var page = await db.VersionPages.AsNoTracking().Where(p => p.VersionId == versionId && p.Number == number)
            .Select(p => new UnitText(p.Html, p.HasMaths, p.Number)).FirstOrDefaultAsync(ct);
        if (page is not null)
        {
            page = page with { HasPlayers = Players.AreIn(page.Html) };
            _pages.Set((versionId, number), page, new MemoryCacheEntryOptions { Size = page.Html.Length + 100, SlidingExpiration = TimeSpan.FromHours(1) });
        }
        return page;
    }

    /// <summary>Gives up the memory.</summary>
    public void Dispose() => _pages.Dispose();
}
