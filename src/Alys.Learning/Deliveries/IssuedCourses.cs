using System.Collections.Concurrent;
using Alys.Content;
using Alys.Enrolment;

namespace Alys.Learning.Deliveries;

/// <summary>What decides what must be issued in an open course: how many have begun to study in its group, and which units its pack has.</summary>
internal sealed record OpenCourse(Guid Id, int Opening, int Begun, int Units);

/// <summary>
/// The courses of which everything was issued when they were looked at, so that only those are looked at again where something has come since: an institution
/// has thousands, and the lines of one are a thousand. Every process remembers for itself and looks once at each after its start.
/// </summary>
internal sealed class IssuedCourses
{
    private readonly ConcurrentDictionary<Guid, OpenCourse> _complete = new();

    public bool Has(OpenCourse course) => _complete.TryGetValue(course.Id, out var known) && known == course;

    public void Keep(OpenCourse course) => _complete[course.Id] = course;

    /// <summary>The courses that are open on the day. Whoever leaves a group changes nothing: what was issued stays.</summary>
    public static async Task<IReadOnlyList<OpenCourse>> Open(Db db, DateOnly today, CancellationToken ct)
    {
        var open = await (from o in db.Openings.Where(Openings.Opening.On(today))
                          join c in db.Set<CourseRow>() on o.CourseId equals c.Id
                          orderby o.No
                          select new { o.CourseId, o.No, o.PackId, c.GroupId }).ToListAsync(ct);
        var begun = await db.Set<GroupMemberRow>().Where(m => m.From <= today).GroupBy(m => m.GroupId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var units = (await db.Set<PublishedUnitRow>().Select(u => new { u.PackId, u.Id }).ToListAsync(ct)).GroupBy(u => u.PackId).ToDictionary(p => p.Key, p => Mix(p.Select(u => u.Id)));
        return [.. open.GroupBy(o => o.CourseId).Select(o => o.Last()).Select(o => new OpenCourse(o.CourseId, o.No, begun.GetValueOrDefault(o.GroupId), units.GetValueOrDefault(o.PackId)))];
    }

    private static int Mix(IEnumerable<Guid> ids)
    {
        var mixed = new HashCode();
        foreach (var id in ids.Order()) mixed.Add(id);
        return mixed.ToHashCode();
    }
}
