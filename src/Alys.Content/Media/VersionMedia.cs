using System.Text.RegularExpressions;
using Alys.Content.Units;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alys.Content.Media;

/// <summary>That a version of a unit shows a file or links to it.</summary>
internal sealed partial class VersionMedia
{
    public Guid VersionId { get; init; }
    public required string Key { get; init; }

    /// <summary>What the rendered pages lead to, so that it holds for typed, imported and taken-up versions alike.</summary>
    public static IEnumerable<VersionMedia> In(UnitVersion version, IEnumerable<VersionPage> pages) =>
        pages.SelectMany(p => Addresses().Matches(p.Html)).Select(m => m.Groups[1].Value).Distinct().Select(key => new VersionMedia { VersionId = version.Id, Key = key });

    /// <summary>What the texts say of the pictures that they show, by key: the first words count.</summary>
    public static Dictionary<string, string> Descriptions(IEnumerable<VersionPage> pages) =>
        pages.SelectMany(p => Boxes().Matches(p.Html)).GroupBy(m => m.Groups[1].Value, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => System.Net.WebUtility.HtmlDecode(g.First().Groups[2].Value), StringComparer.Ordinal);

    [GeneratedRegex("<a class=\"image-box\" href=\"/content/media/([0-9a-f]{16})\" data-alt=\"([^\"]+)\"")]
    private static partial Regex Boxes();

    [GeneratedRegex("/content/media/(?:play/)?([0-9a-f]{16})")]
    private static partial Regex Addresses();
}

/// <summary>Where a file is used.</summary>
/// <param name="IsOlder">Only by a version that neither authors nor learners see now; it can be taken up again.</param>
internal sealed record MediaUse(string Key, int UnitNo, string Title, int Version, bool IsOlder)
{
    /// <summary>Every use of the files of a pack, or of one of them.</summary>
    public static async Task<ILookup<string, MediaUse>> Of(Db db, Guid packId, CancellationToken ct)
    {
        var shown = from unit in db.Units
                    join version in db.UnitVersions on unit.Id equals version.UnitId
                    join use in db.Set<VersionMedia>() on version.Id equals use.VersionId
                    where unit.PackId == packId
                    select new { use.Key, unit.No, version.Title, version.Number, IsOlder = version.Id != unit.DraftVersionId && version.Id != unit.PublishedVersionId };
        var taken = from unit in db.Units
                    join version in db.UnitVersions on unit.Id equals version.UnitId
                    join media in db.Media on version.MediaId equals media.Id
                    where unit.PackId == packId
                    select new { media.Key, unit.No, version.Title, version.Number, IsOlder = version.Id != unit.DraftVersionId && version.Id != unit.PublishedVersionId };
        var all = (await shown.ToListAsync(ct)).Concat(await taken.ToListAsync(ct));
        // The newest version of a unit speaks for it.
        return all.GroupBy(u => (u.Key, u.No)).Select(g => g.OrderBy(u => u.IsOlder).ThenByDescending(u => u.Number).First())
            .OrderBy(u => u.No).ToLookup(u => u.Key, u => new MediaUse(u.Key, u.No, u.Title, u.Number, u.IsOlder));
    }
}

internal sealed class VersionMediaConfiguration : IEntityTypeConfiguration<VersionMedia>
{
    public void Configure(EntityTypeBuilder<VersionMedia> b)
    {
        b.ToTable("content_version_media");
        b.HasKey(x => new { x.VersionId, x.Key });
        b.Property(x => x.Key).HasMaxLength(StoredMedia.KeyLength);
        b.HasOne<UnitVersion>().WithMany().HasForeignKey(x => x.VersionId);
    }
}
