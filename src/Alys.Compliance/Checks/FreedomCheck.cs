using Alys.Content;
using Alys.Curriculum;

namespace Alys.Compliance;

/// <summary>
/// the developer chooses the content freely, but inside the topics and hours of the working syllabus. Lectures, practicals and laboratory works that
/// are published stand at a topic of the syllabus by which the pack is made, and that topic has hours for that kind of class.
/// </summary>
internal sealed class FreedomCheck : ICheck
{
    public string Rule => "R-44";

    public async Task<Finding> Look(Db db, DateOnly day, CancellationToken ct)
    {
        var subjects = (await Courses.On(db, day, ct)).Select(x => x.SubjectId).Distinct().ToList();
        var packs = await db.Set<PackRow>().Where(x => subjects.Contains(x.SubjectId)).OrderBy(x => x.No).ToListAsync(ct);
        var (packIds, syllabi) = (packs.Select(x => x.Id).ToList(), packs.Select(x => x.SyllabusId).OfType<Guid>().ToList());
        var topics = (await db.Set<TopicRow>().Where(x => syllabi.Contains(x.SyllabusId)).ToListAsync(ct)).ToLookup(x => x.SyllabusId);
        var units = (await db.Set<PublishedUnitRow>().Where(x => packIds.Contains(x.PackId)).OrderBy(x => x.Order).ThenBy(x => x.No).ToListAsync(ct)).Where(x => HoursOf(x.Slot) is not null).ToLookup(x => x.PackId);
        var looked = packs.Where(x => units[x.Id].Any()).Select(pack => Judge(pack, [.. units[pack.Id]], pack.SyllabusId is { } id ? [.. topics[id]] : []));
        return Finding.Of([.. looked], "compliance.reason.no-packs", "compliance.freedom.counted");
    }

    private static Evidence Judge(PackRow pack, List<PublishedUnitRow> units, List<TopicRow> topics)
    {
        var url = string.Create(CultureInfo.InvariantCulture, $"/content/packs/show/{pack.No}");
        if (pack.SyllabusId is null) return new Evidence(false, pack.Title, url, "compliance.freedom.no-syllabus");
        if (units.Find(u => topics.TrueForAll(t => t.Id != u.TopicId)) is { } stray)
        {
            return new Evidence(false, pack.Title, Unit(pack, stray), "compliance.freedom.outside", stray.Title, units.Count(u => topics.TrueForAll(t => t.Id != u.TopicId)));
        }
        if (units.Find(u => HoursOf(u.Slot)!(topics.First(t => t.Id == u.TopicId)) == 0) is { } idle)
        {
            return new Evidence(false, pack.Title, Unit(pack, idle), "compliance.freedom.no-hours", idle.Title);
        }
        return new Evidence(true, pack.Title, url, "compliance.freedom.inside", units.Count);
    }

    private static string Unit(PackRow pack, PublishedUnitRow unit) => string.Create(CultureInfo.InvariantCulture, $"/content/units/show/{pack.No}/{unit.No}");

    /// <summary>The hours of a topic that classes of the slot are given in; null for slots without hours of their own.</summary>
    private static Func<TopicRow, int>? HoursOf(string slot) => slot switch
    {
        "M3" => t => t.LectureHours,
        "M4" => t => t.PracticalHours,
        "M5.tasks" => t => t.LaboratoryHours,
        _ => null,
    };
}
