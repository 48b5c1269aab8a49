using Alys.Content;
using Alys.Curriculum;
using Alys.Enrolment;
using Alys.Institution;
using Alys.Learning.Openings;

namespace Alys.Learning.Courses;

/// <summary>Courses in whose packs the reader may search: those that her groups study and those that she follows.</summary>
internal static class FindableCourse
{
    public static async Task<IReadOnlyList<SearchOwner>> Of(Db db, Reader reader, DateTime now, CancellationToken ct)
    {
        var today = DateOnly.FromDateTime(Texts.Local(now));
        var groups = reader.ScopesOf(Rights.Study, ScopeKinds.Group).ToList();
        var courses = reader.ScopesOf(Rights.Follow, ScopeKinds.Course).ToList();
        var open = db.Set<Opening>().Where(Opening.On(today));
        var everywhere = reader.Everywhere(Rights.Follow);
        var numbers = everywhere ? await OneOfEachPack(db, open, ct) : [];
        var mine = everywhere ? db.Set<CourseRow>().Where(c => numbers.Contains(c.No)) : db.Set<CourseRow>().Where(c => groups.Contains(c.GroupId) || courses.Contains(c.Id));
        var found = await (from c in mine
                           join s in db.Set<SubjectRow>() on c.SubjectId equals s.Id
                           join p in db.Set<PeriodRow>() on c.PeriodId equals p.Id
                           from o in open.Where(o => o.CourseId == c.Id).OrderByDescending(o => o.No).Take(1)
                           orderby p.Start descending, c.No
                           select new { c.No, s.NameKk, s.NameRu, s.NameEn, o.PackId }).Take(SearchOwner.Most).ToListAsync(ct);
        return [.. found.Select(c => new SearchOwner(c.PackId, $"/s/{c.No}/", new LocalText(c.NameKk, c.NameRu, c.NameEn)))];
    }

    /// <summary>Whoever follows all courses finds a pack once, in the newest course that studies it: courses are thousands, packs hundreds.</summary>
    private static Task<List<int>> OneOfEachPack(Db db, IQueryable<Opening> open, CancellationToken ct) =>
        (from o in open.Where(o => !open.Any(later => later.CourseId == o.CourseId && later.No > o.No))
         join c in db.Set<CourseRow>() on o.CourseId equals c.Id
         group c.No by o.PackId into courses
         select courses.Max()).OrderByDescending(no => no).Take(SearchOwner.Most).ToListAsync(ct);
}
