using Alys.Content;

namespace Alys.Compliance;

/// <summary>R-35: each subject of the period has a pack with published content.</summary>
internal sealed class PacksCheck : ICheck
{
    public string Rule => "R-35";

    public async Task<Finding> Look(Db db, DateOnly day, CancellationToken ct)
    {
        var units = await db.Set<PublishedUnitRow>().GroupBy(x => x.SubjectId).Select(x => new { x.Key, Count = x.Count() }).ToDictionaryAsync(x => x.Key, x => x.Count, ct);
        var packs = (await db.Set<PackRow>().Select(x => new { x.SubjectId, x.No }).ToListAsync(ct)).ToLookup(x => x.SubjectId, x => x.No);
        var looked = (await Courses.On(db, day, ct)).DistinctBy(x => x.SubjectId).Select(course =>
        {
            var published = units.GetValueOrDefault(course.SubjectId);
            var url = packs[course.SubjectId].Any() ? string.Create(CultureInfo.InvariantCulture, $"/content/packs/edit/{packs[course.SubjectId].Min()}") : "/content/packs";
            return new Evidence(published > 0, course.Subject, url, "compliance.packs.units", published);
        });
        return Finding.Of([.. looked], "compliance.reason.no-courses", "compliance.packs.counted");
    }
}
