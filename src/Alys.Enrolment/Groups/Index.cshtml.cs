using Alys.Institution;

namespace Alys.Enrolment;

[Needs(EnrolmentRights.See)]
internal sealed class GroupsModel : ListPage
{
    public sealed record Line(int No, string Code, LocalText? Centre, string Language, int Learners);

    public IReadOnlyList<Line> Groups { get; private set; } = [];
    public bool MayEdit => Reader.Everywhere(EnrolmentRights.Edit);

    public async Task OnGet()
    {
        var today = DateOnly.FromDateTime(Texts.Local(Now));
        var all = Db.Groups.AsNoTracking().VisibleTo(Reader, Group.Visibility);
        if (Wanted is { } code) all = all.Where(g => g.Code.Contains(code) || g.Code.Contains(Capitals));
        var groups = await PartOf(all.OrderBy(g => g.Code));
        var ids = groups.Select(g => g.Id).ToArray();
        var centres = (await Db.Set<UnitRow>().Where(u => u.Kind == UnitKind.StudyCentre).ToListAsync(Ct)).ToDictionary(u => u.Id, u => new LocalText(u.NameKk, u.NameRu, u.NameEn));
        var learners = await Db.Memberships.Where(m => ids.Contains(m.GroupId) && m.From <= today && (m.To == null || m.To >= today)).GroupBy(m => m.GroupId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, Ct);
        Groups = [.. groups.Select(g => new Line(g.No, g.Code, g.CentreId is { } c ? centres.GetValueOrDefault(c) : null, g.Language, learners.GetValueOrDefault(g.Id)))];
    }
}
