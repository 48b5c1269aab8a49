using Alys.Content;
using Alys.Curriculum;

namespace Alys.Compliance;

/// <summary>
/// each subject of the period has resources that can be read from afar; the main sources of its syllabus serve enough learners; and its provision
/// card was issued within a year.
/// </summary>
internal sealed class ProvisionCheck(Provision provision) : ICheck
{
    public string Rule => "R-46";

    public async Task<Finding> Look(Db db, DateOnly day, CancellationToken ct)
    {
        var numbers = await db.Set<SubjectRow>().ToDictionaryAsync(x => x.Id, x => x.No, ct);
        var looked = new List<Evidence>();
        foreach (var course in (await Courses.On(db, day, ct)).DistinctBy(x => x.SubjectId))
        {
            var state = await provision.Of(db, course.SubjectId, day, ct);
            var url = string.Create(CultureInfo.InvariantCulture, $"/content/library/card/{numbers[course.SubjectId]}");
            looked.Add(Judge(course, state, url, day));
        }
        return Finding.Of(looked, "compliance.reason.no-courses", "compliance.provision.counted");
    }

    private static Evidence Judge(RunningCourse course, ProvisionState state, string url, DateOnly day)
    {
        if (state.Electronic == 0) return new Evidence(false, course.Subject, url, "compliance.provision.no-electronic");
        if (state.MainCovered < state.MainSources) return new Evidence(false, course.Subject, url, "compliance.provision.uncovered", state.MainSources - state.MainCovered, state.MainSources);
        if (state.CardIssuedAt is not { } at) return new Evidence(false, course.Subject, url, "compliance.provision.no-card");
        var issued = DateOnly.FromDateTime(Texts.Local(at));
        return issued.AddYears(1) < day ? new Evidence(false, course.Subject, url, "compliance.provision.old-card", issued) : new Evidence(true, course.Subject, url, "compliance.provision.good", state.Electronic, issued);
    }
}
