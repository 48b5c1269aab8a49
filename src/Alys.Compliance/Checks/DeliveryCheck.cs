using Alys.Content;
using Alys.Curriculum;
using Alys.Learning;

namespace Alys.Compliance;

/// <summary>
/// in each course that is open, every unit was issued to every learner, and every unit whose week of the calendar-thematic plan is over was
/// opened. A unit without a week is expected to be opened by the end of the period.
/// </summary>
internal sealed class DeliveryCheck : ICheck
{
    public string Rule => "R-9.2";

    public async Task<Finding> Look(Db db, DateOnly day, CancellationToken ct)
    {
        var learners = await Courses.Learners(db, day, ct);
        var openings = (await db.Set<OpeningRow>().Where(x => x.OpensOn <= day).ToListAsync(ct)).ToLookup(x => x.CourseId);
        var looked = new List<Evidence>();
        foreach (var course in await Courses.On(db, day, ct))
        {
            var opening = openings[course.Id].MaxBy(x => x.At);
            if (opening == null || !learners[course.GroupId].Any()) continue;
            looked.Add(await Course(db, course, opening.PackId, [.. learners[course.GroupId]], day, ct));
        }
        return Finding.Of(looked, "compliance.delivery.none", "compliance.delivery.counted");
    }

    private static async Task<Evidence> Course(Db db, RunningCourse course, Guid packId, HashSet<Guid> learners, DateOnly day, CancellationToken ct)
    {
        var units = await (from unit in db.Set<PublishedUnitRow>()
                           where unit.PackId == packId
                           join topic in db.Set<TopicRow>() on unit.TopicId equals (Guid?)topic.Id into topics
                           from topic in topics.DefaultIfEmpty()
                           select new { unit.Id, Week = (int?)topic.Week }).ToListAsync(ct);
        var due = units.Where(x => (x.Week is > 0 ? course.Start.AddDays(7 * x.Week.Value) : course.End.AddDays(1)) <= day).Select(x => x.Id).ToHashSet();
        var deliveries = (await db.Set<DeliveryRow>().Where(x => x.CourseId == course.Id).Select(x => new { x.UnitId, x.PersonId, IsOpened = x.OpenedAt != null }).ToListAsync(ct))
            .Where(x => learners.Contains(x.PersonId)).ToList();
        var issued = deliveries.Select(x => (x.UnitId, x.PersonId)).Distinct().Count(x => units.Exists(u => u.Id == x.UnitId));
        var opened = deliveries.Where(x => x.IsOpened && due.Contains(x.UnitId)).Select(x => (x.UnitId, x.PersonId)).Distinct().Count();
        var (toIssue, toOpen) = (units.Count * learners.Count, due.Count * learners.Count);
        return new Evidence(toIssue > 0 && issued == toIssue && opened == toOpen, course.Name, course.Url, "compliance.delivery.note", issued, toIssue, opened, toOpen);
    }
}
