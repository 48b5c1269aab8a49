using Alys.Curriculum;
using Alys.Learning;

namespace Alys.Compliance;

/// <summary>
/// each course that runs and has learners is open to them, and its forum with it, and the timetable of its working syllabus names at least one
/// consultation.
/// </summary>
internal sealed class HelpCheck : ICheck
{
    public string Rule => "R-27";

    public async Task<Finding> Look(Db db, DateOnly day, CancellationToken ct)
    {
        var learners = await Courses.Learners(db, day, ct);
        var open = (await db.Set<OpeningRow>().Where(x => x.OpensOn <= day && (x.Until == null || day <= x.Until)).Select(x => x.CourseId).ToListAsync(ct)).ToHashSet();
        var slots = (await db.Set<ConsultationSlotRow>().Select(x => new { x.SyllabusId, x.Kind }).ToListAsync(ct)).ToLookup(x => x.SyllabusId, x => x.Kind);
        var looked = (await Courses.On(db, day, ct)).Where(x => learners[x.GroupId].Any()).Select(course =>
        {
            var scheduled = course.SyllabusId is { } syllabus ? slots[syllabus].Count() : 0;
            return !open.Contains(course.Id) ? new Evidence(false, course.Name, course.Url, "compliance.help.closed")
                : new Evidence(scheduled > 0, course.Name, course.Url, scheduled > 0 ? "compliance.help.scheduled" : "compliance.help.unscheduled", scheduled);
        });
        return Finding.Of([.. looked], "compliance.reason.no-courses", "compliance.help.counted");
    }
}
