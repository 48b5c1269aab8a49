using Alys.Access;
using Alys.Curriculum;

namespace Alys.Staffing;

[Needs(StaffingRights.See)]
internal sealed class AuthorsModel : AppPage
{
    public sealed record Line(int No, string Name, LocalText Subject, DateOnly From, DateOnly? To);

    public IReadOnlyList<Line> Authors { get; private set; } = [];
    public bool MayAssign => Reader.Everywhere(StaffingRights.Assign);

    public async Task OnGet()
    {
        var today = DateOnly.FromDateTime(Texts.Local(Now));
        Authors = await (from a in Db.Authors
                         join p in Db.Set<PersonRow>() on a.PersonId equals p.Id
                         join s in Db.Set<SubjectRow>() on a.SubjectId equals s.Id
                         where a.To == null || a.To >= today
                         orderby s.Code, p.Name
                         select new Line(a.No, p.Name, new LocalText(s.NameKk, s.NameRu, s.NameEn), a.From, a.To)).ToListAsync(Ct);
    }
}
