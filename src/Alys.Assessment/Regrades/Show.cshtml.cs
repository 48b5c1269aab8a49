using Alys.Access;
using Alys.Assessment.Bank;
using Alys.Assessment.Sittings;
using Alys.Enrolment;

namespace Alys.Assessment.Regrades;

/// <summary>The report of a regrade, which stays: why, who and when, and what each learner had before and has since, in the courses that the reader sees.</summary>
[Needs(Rights.Regrade, Rights.Watch)]
internal sealed class ShowModel : AppPage
{
    public Regrade Regrade { get; private set; } = null!;
    public Item Item { get; private set; } = null!;
    public IReadOnlyList<RegradeLine> Lines { get; private set; } = [];
    public IReadOnlyList<KeptResults> Closed { get; private set; } = [];
    public IReadOnlyDictionary<Guid, string> Names { get; private set; } = new Dictionary<Guid, string>();
    public IReadOnlyList<Place> Places { get; private set; } = [];

    public async Task<IActionResult> OnGet(int no)
    {
        var regrade = await Db.Regrades.AsNoTracking().Include(r => r.Lines).FirstOrDefaultAsync(r => r.No == no, Ct);
        if (regrade is null) return NotFound();
        Lines = [.. regrade.Lines.Where(l => Reader.May(Rights.Regrade, new(ScopeKinds.Course, l.CourseId)) || Reader.May(Rights.Watch, new(ScopeKinds.Course, l.CourseId)))];
        if (Lines.Count == 0) return NotFound();
        Regrade = regrade;
        Item = await Db.Items.AsNoTracking().FirstAsync(i => i.Id == regrade.ItemId, Ct);
        var people = Lines.Select(l => l.PersonId).Append(regrade.ById).Distinct().ToArray();
        Names = await Db.Set<PersonRow>().Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, Ct);
        var sittings = Lines.Select(l => l.SittingId).Distinct().ToArray();
        Closed = [.. regrade.Closed.Where(k => sittings.Contains(k.SittingId))];
        Places = await (from s in Db.Sittings
                        join c in Db.Set<CourseRow>() on s.CourseId equals c.Id
                        join g in Db.Set<GroupRow>() on c.GroupId equals g.Id
                        where sittings.Contains(s.Id)
                        orderby c.No, s.No
                        select new Place(c.No, s.No, s.Title, g.Code)).ToListAsync(Ct);
        return Page();
    }

    internal sealed record Place(int Course, int No, LocalText Title, string Group);
}
