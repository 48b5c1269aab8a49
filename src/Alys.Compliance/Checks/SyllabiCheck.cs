using Alys.Content;
using Alys.Curriculum;

namespace Alys.Compliance;

/// <summary>R-36: the pack of each subject of the period is made by an approved working syllabus with the topics and hours of the typical one.</summary>
internal sealed class SyllabiCheck : ICheck
{
    public string Rule => "R-36";

    public async Task<Finding> Look(Db db, DateOnly day, CancellationToken ct)
    {
        var subjects = (await Courses.On(db, day, ct)).DistinctBy(x => x.SubjectId).ToDictionary(x => x.SubjectId);
        var packs = await db.Set<PackRow>().Where(x => subjects.Keys.Contains(x.SubjectId)).OrderBy(x => x.No).ToListAsync(ct);
        var syllabi = await db.Set<SyllabusRow>().Where(x => subjects.Keys.Contains(x.SubjectId)).ToListAsync(ct);
        var ids = syllabi.Select(x => x.Id).ToList();
        var topics = (await db.Set<TopicRow>().Where(x => ids.Contains(x.SyllabusId)).OrderBy(x => x.Order).ToListAsync(ct)).ToLookup(x => x.SyllabusId);
        var looked = packs.Select(pack =>
        {
            var working = syllabi.Find(x => x.Id == pack.SyllabusId && x.Kind == SyllabusKind.Working);
            var typical = syllabi.Where(x => x.SubjectId == pack.SubjectId && x.Kind == SyllabusKind.Typical).MaxBy(x => x.Version);
            var url = string.Create(CultureInfo.InvariantCulture, $"/content/packs/edit/{pack.No}");
            var (isGood, note, args) = Judge(working, typical, topics);
            return new Evidence(isGood, new LocalText(pack.TitleKk, pack.TitleRu, pack.TitleEn), url, note, args);
        });
        return Finding.Of([.. looked], "compliance.reason.no-packs", "compliance.syllabi.counted");
    }

    private static (bool IsGood, string Note, object?[] Args) Judge(SyllabusRow? working, SyllabusRow? typical, ILookup<Guid, TopicRow> topics)
    {
        if (working == null) return (false, "compliance.syllabi.none", []);
        if (working.ApprovedAt == null) return (false, "compliance.syllabi.unapproved", []);
        if (typical == null) return (false, "compliance.syllabi.no-typical", []);
        if (Hours(working) != Hours(typical)) return (false, "compliance.syllabi.hours", [Total(typical), Total(working)]);
        var missing = topics[typical.Id].Count(x => !topics[working.Id].Any(w => Same(w, x)));
        return missing > 0 || topics[working.Id].Count() != topics[typical.Id].Count() ? (false, "compliance.syllabi.topics", [missing]) : (true, "compliance.syllabi.good", []);
    }

    private static (int, int, int, int, int) Hours(SyllabusRow x) => (x.LectureHours, x.PracticalHours, x.LaboratoryHours, x.GuidedHours, x.IndependentHours);

    private static int Total(SyllabusRow x) => x.LectureHours + x.PracticalHours + x.LaboratoryHours + x.GuidedHours + x.IndependentHours;

    /// <summary>Same hours, and the same title in each language that both have.</summary>
    private static bool Same(TopicRow a, TopicRow b)
    {
        static bool Agree(string one, string other) => one.Length == 0 || other.Length == 0 || string.Equals(one.Trim(), other.Trim(), StringComparison.OrdinalIgnoreCase);
        return Agree(a.TitleKk, b.TitleKk) && Agree(a.TitleRu, b.TitleRu) && Agree(a.TitleEn, b.TitleEn)
            && (a.LectureHours, a.PracticalHours, a.LaboratoryHours, a.GuidedHours, a.IndependentHours) == (b.LectureHours, b.PracticalHours, b.LaboratoryHours, b.GuidedHours, b.IndependentHours);
    }
}
