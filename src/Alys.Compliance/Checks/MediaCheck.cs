using Alys.Content;

namespace Alys.Compliance;

/// <summary>R-3.2: each media object has its kind, size, language and licence; a picture also says what it shows.</summary>
internal sealed class MediaCheck : ICheck
{
    public string Rule => "R-3.2";

    public async Task<Finding> Look(Db db, DateOnly day, CancellationToken ct)
    {
        var media = (await db.Set<MediaRow>().ToListAsync(ct)).ToLookup(x => x.PackId);
        var packs = await db.Set<PackRow>().OrderBy(x => x.No).ToListAsync(ct);
        var looked = packs.Where(pack => media[pack.Id].Any()).Select(pack =>
        {
            var all = media[pack.Id].ToList();
            var bare = all.Count(x => x.Licence.Length == 0 || x.Language.Length == 0 || x.Bytes == 0 || (x.IsPicture && x.Description.Length == 0));
            var url = string.Create(CultureInfo.InvariantCulture, $"/content/media/list/{pack.No}{(bare > 0 ? "?Incomplete=true" : "")}");
            return new Evidence(bare == 0, new LocalText(pack.TitleKk, pack.TitleRu, pack.TitleEn), url, bare == 0 ? "compliance.media.full" : "compliance.media.bare", all.Count, bare);
        });
        return Finding.Of([.. looked], "compliance.reason.no-media", "compliance.media.counted");
    }
}
