using Alys.Staffing;

namespace Alys.Compliance;

/// <summary>R-3.1: each learner of a running course has a tutor in it.</summary>
internal sealed class TutorsCheck : ICheck
{
    public string Rule => "R-3.1";

    public async Task<Finding> Look(Db db, DateOnly day, CancellationToken ct)
    {
        var learners = await Courses.Learners(db, day, ct);
        var tutored = await db.Set<AssignmentRow>().Where(x => x.Duty == Duty.Tutor && x.From <= day && (x.To == null || day <= x.To)).Select(x => x.CourseId).Distinct().ToHashSetAsync(ct);
        var looked = (await Courses.On(db, day, ct)).Where(x => learners[x.GroupId].Any()).Select(course =>
        {
            var has = tutored.Contains(course.Id);
            return new Evidence(has, course.Name, course.Url, has ? "compliance.tutors.there" : "compliance.tutors.missing", learners[course.GroupId].Count());
        });
        return Finding.Of([.. looked], "compliance.reason.no-courses", "compliance.tutors.counted");
    }
}
