using Alys.Content;

namespace Alys.Compliance;

/// <summary>R-37: the packs of the period's subjects have every mandatory slot; enough for network study. Autonomous study is not judged yet.</summary>
internal sealed class CompletenessCheck(Completeness completeness) : ICheck
{
    public string Rule => "R-37";

    public async Task<Finding> Look(Db db, DateOnly day, CancellationToken ct)
    {
        var subjects = (await Courses.On(db, day, ct)).Select(x => x.SubjectId).Distinct().ToList();
        var looked = new List<Evidence>();
        foreach (var pack in await db.Set<PackRow>().Where(x => subjects.Contains(x.SubjectId)).OrderBy(x => x.No).ToListAsync(ct))
        {
            var verdict = await completeness.Of(db, pack.Id, ct);
            var missing = verdict.Slots.Where(x => x is { Rule: "R-37", State: SlotState.NotMet }).Select(x => x.Slot).ToList();
            looked.Add(new Evidence(missing.Count == 0, new LocalText(pack.TitleKk, pack.TitleRu, pack.TitleEn), string.Create(CultureInfo.InvariantCulture, $"/content/packs/edit/{pack.No}"),
                missing.Count == 0 ? "compliance.completeness.full" : "compliance.completeness.missing", string.Join(", ", missing)));
        }
        return Finding.Of(looked, "compliance.reason.no-packs", "compliance.completeness.counted");
    }
}
