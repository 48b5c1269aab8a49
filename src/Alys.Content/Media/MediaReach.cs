using Alys.Content.Packs;
using Alys.Content.Reviews;
using Alys.Enrolment;

namespace Alys.Content.Media;

/// <summary>Who may have a file: whoever may read a pack that holds it: its authors and reviewers, the staff of the institution, the people of a course on its subject.</summary>
internal static class MediaReach
{
    public static async Task<StoredMedia?> Find(Db db, Reader reader, string key, CancellationToken ct) =>
        await (from stored in db.Media.AsNoTracking()
               join pack in ReadablePacks(db, reader, await ReviewReach.Of(db, reader, ct)) on stored.PackId equals pack.Id
               where stored.Key == key
               orderby stored.At
               select stored).FirstOrDefaultAsync(ct);

    private static IQueryable<Pack> ReadablePacks(Db db, Reader reader, ReviewReach reach)
    {
        var all = db.Packs.VisibleTo(reader, new([.. Pack.ToReaders.Rules, .. reach.ToAll.Rules]));
        var groups = reader.ScopesOf(Rights.Read, ScopeKinds.Group);
        var courses = reader.ScopesOf(Rights.Read, ScopeKinds.Course);
        if (groups.Length + courses.Length == 0) return all;
        return db.Packs.Where(p => all.Any(a => a.Id == p.Id)
            || db.Set<CourseRow>().Any(c => c.SubjectId == p.SubjectId && (groups.Contains(c.GroupId) || courses.Contains(c.Id))));
    }
}
