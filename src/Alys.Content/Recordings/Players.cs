using System.Text.RegularExpressions;
using Alys.Content.Media;

namespace Alys.Content.Recordings;

/// <summary>Puts the players into a rendered page. A version never changes, but what has been made of a recording since does.</summary>
internal static partial class Players
{
    /// <summary>What a rendered page keeps in a player's place: a figure with a plain link.</summary>
    public static string Place(string key, string title) => $"<figure class=\"player\" data-media=\"{key}\"><a href=\"/content/media/play/{key}\">{title}</a></figure>";

    public static bool AreIn(string html) => html.Contains("<figure class=\"player\"", StringComparison.Ordinal);

    /// <summary>One SQL statement.</summary>
    public static async Task<string> Fill(Db db, TextTable texts, Guid versionId, string html, CancellationToken ct)
    {
        var keys = Places().Matches(html).Select(m => m.Groups[1].Value).Distinct().ToArray();
        var found = await (from version in db.UnitVersions
                           join unit in db.Units on version.UnitId equals unit.Id
                           join pack in db.Packs on unit.PackId equals pack.Id
                           join media in db.Media on pack.Id equals media.PackId
                           where version.Id == versionId && keys.Contains(media.Key)
                           select new { pack.Language, media }).AsNoTracking().Select(x => new
                           {
                               x.Language, x.media,
                               Rungs = db.Set<MediaRung>().Where(r => r.MediaId == x.media.Id).Select(r => new PlayerRung(r.Rung, r.Hash, r.Bytes, r.Width, r.Height)).ToList(),
                               Captions = db.Set<MediaCaption>().Where(c => c.MediaId == x.media.Id).Select(c => c.Language).ToList(),
                           }).ToListAsync(ct);
        var players = found.ToDictionary(x => x.media.Key, x => Of(x.media, x.Rungs, x.Captions).Html(texts.For(x.Language)), StringComparer.Ordinal);
        return Places().Replace(html, m => players.GetValueOrDefault(m.Groups[1].Value, m.Value));
    }

    public static Player Of(StoredMedia media, IReadOnlyList<PlayerRung> rungs, IEnumerable<string> captions) =>
        new(media.Key, media.Title, media.Kind, media.FileName, media.Bytes) { Milliseconds = media.Milliseconds, Rungs = rungs, Captions = [.. captions.Order(StringComparer.Ordinal)] };

    [GeneratedRegex("<figure class=\"player\" data-media=\"([0-9a-f]{16})\">.*?</figure>", RegexOptions.Singleline)]
    private static partial Regex Places();
}
