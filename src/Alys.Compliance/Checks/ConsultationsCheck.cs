using Alys.Communication;
using Alys.Learning;

namespace Alys.Compliance;

/// <summary>
/// each learner of each course that runs was consulted at least once in it: asked and was answered, had a consultation that was written down, alone
/// or with the group, or got a review of handed-in work (clause 28).
/// </summary>
internal sealed class ConsultationsCheck : ICheck
{
    public string Rule => "R-42";

    public async Task<Finding> Look(Db db, DateOnly day, CancellationToken ct)
    {
        var learners = await Courses.Learners(db, day, ct);
        var courses = (await Courses.On(db, day, ct)).Where(x => learners[x.GroupId].Any()).ToList();
        var ids = courses.Select(x => x.Id).ToList();
        var held = (await db.Set<ConsultationRow>().Where(x => ids.Contains(x.CourseId)).Select(x => new { x.CourseId, x.PersonId }).Distinct().ToListAsync(ct)).ToLookup(x => x.CourseId, x => x.PersonId);
        var reviewed = (await db.Set<SubmissionRow>().Where(x => ids.Contains(x.CourseId) && x.ReviewedAt != null).Select(x => new { x.CourseId, x.PersonId }).Distinct().ToListAsync(ct)).ToLookup(x => x.CourseId, x => (Guid?)x.PersonId);
        var looked = courses.Select(course =>
        {
            var all = learners[course.GroupId].ToList();
            var consulted = held[course.Id].Concat(reviewed[course.Id]).ToHashSet();
            // A consultation of the whole group names nobody.
            var count = consulted.Contains(null) ? all.Count : all.Count(x => consulted.Contains(x));
            return new Evidence(count == all.Count, course.Name, $"{course.Url}/q", "compliance.consultations.note", count, all.Count);
        });
        return Finding.Of([.. looked], "compliance.reason.no-courses", "compliance.consultations.counted");
    }
}
