using Alys.Access;
using Alys.Curriculum;

namespace Alys.Enrolment;

[Needs(EnrolmentRights.See)]
internal sealed class GroupModel : AppPage
{
    public sealed record Learner(int No, string Name, string UserName, DateOnly From, DateOnly? To, bool IsHere);
    public sealed record Taught(int No, LocalText Subject);
    public sealed record Moved(DateOnly Date, MovementKind Kind, string Name, string OrderNumber, string Reason);

    [BindProperty(SupportsGet = true)] public int No { get; set; }
    public Group Group { get; private set; } = null!;
    public IReadOnlyList<Learner> Learners { get; private set; } = [];
    public IReadOnlyList<Taught> Courses { get; private set; } = [];
    public IReadOnlyList<Moved> Movements { get; private set; } = [];
    public bool MayEdit => Reader.Everywhere(EnrolmentRights.Edit);

    public async Task<IActionResult> OnGet()
    {
        if (await Db.Groups.AsNoTracking().VisibleTo(Reader, Group.Visibility).FirstOrDefaultAsync(g => g.No == No, Ct) is not { } group) return NotFound();
        Group = group;
        var today = DateOnly.FromDateTime(Texts.Local(Now));
        Learners = [.. (await (from m in Db.Memberships
                               join p in Db.Set<PersonRow>() on m.PersonId equals p.Id
                               where m.GroupId == @group.Id
                               select new { p.No, p.Name, p.UserName, m.From, m.To }).ToListAsync(Ct))
            .OrderBy(l => l.Name, StringComparer.Create(T.Culture, ignoreCase: true)).Select(l => new Learner(l.No, l.Name, l.UserName, l.From, l.To, l.To is null || l.To >= today))];
        Courses = await (from c in Db.Courses
                         join s in Db.Set<SubjectRow>() on c.SubjectId equals s.Id
                         where c.GroupId == @group.Id
                         orderby c.No
                         select new Taught(c.No, new LocalText(s.NameKk, s.NameRu, s.NameEn))).ToListAsync(Ct);
        Movements = await (from m in Db.Movements
                           join p in Db.Set<PersonRow>() on m.PersonId equals p.Id
                           where m.FromGroupId == @group.Id || m.ToGroupId == @group.Id
                           orderby m.No descending
                           select new Moved(m.Date, m.Kind, p.Name, m.OrderNumber, m.Reason)).Take(20).ToListAsync(Ct);
        return Page();
    }
}
