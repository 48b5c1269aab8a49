using Alys.Assessment.Attempts;
using Alys.Assessment.Sittings;
using Alys.Enrolment;

namespace Alys.Assessment.Regrades;

/// <summary>The items that a sitting used, those with a newer version first, and what was regraded in it so far.</summary>
[Needs(Rights.Regrade, Rights.Watch)]
internal sealed class IndexModel : AppPage
{
    public Sitting Sitting { get; private set; } = null!;
    public int Course { get; private set; }
    public bool MayRegrade { get; private set; }
    public IReadOnlyList<Used> Items { get; private set; } = [];
    public IReadOnlyList<Regrade> Earlier { get; private set; } = [];

    public async Task<IActionResult> OnGet(int course, int no)
    {
        var found = await (from x in Db.Sittings.AsNoTracking() join c in Db.Set<CourseRow>() on x.CourseId equals c.Id where c.No == course && x.No == no select x).FirstOrDefaultAsync(Ct);
        if (found is null || !(Reader.May(Rights.Regrade, found.Scope) || Reader.May(Rights.Watch, found.Scope))) return NotFound();
        (Sitting, Course, MayRegrade) = (found, course, Reader.May(Rights.Regrade, found.Scope));
        var attempts = Db.Attempts;
        var used = from i in Db.AttemptItems
                   join a in attempts on i.AttemptId equals a.Id
                   where a.SittingId == found.Id
                   group i by i.VersionId into g
                   select new { g.Key, Count = g.Count(), Ruled = g.Count(i => i.Ruling != Ruling.ByKey || i.KeyVersionId != null) };
        var items = await (from u in used
                           join v in Db.ItemVersions on u.Key equals v.Id
                           join item in Db.Items on v.ItemId equals item.Id
                           select new Used(item.No, item.Title, v.Number, item.Versions, u.Count, u.Ruled)).ToListAsync(Ct);
        Items = [.. items.OrderByDescending(i => i.Version < i.Newest).ThenBy(i => i.No)];
        Earlier = await Db.Regrades.AsNoTracking().Where(r => r.Lines.Any(l => l.SittingId == found.Id)).OrderByDescending(r => r.No).ToListAsync(Ct);
        return Page();
    }

    internal sealed record Used(int No, string Title, int Version, int Newest, int Attempts, int Ruled);
}
