namespace Alys.Access;

[Needs(AccessRights.SeePeople)]
internal sealed class PeopleModel : AppPage
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true)] public string? Q { get; set; }
    [BindProperty(SupportsGet = true)] public int After { get; set; }
    public IReadOnlyList<Person> People { get; private set; } = [];
    public ILookup<Guid, string> Roles { get; private set; } = Array.Empty<Guid>().ToLookup(g => g, _ => "");
    public int? Next { get; private set; }
    public bool MayRegister => Reader.Everywhere(AccessRights.RegisterPeople);
    public bool MayGrant => Reader.Everywhere(AccessRights.GrantRoles);

    public async Task OnGet()
    {
        var query = Db.People.AsNoTracking().VisibleTo(Reader, Person.Visibility).Where(p => p.No > After);
        if (!string.IsNullOrWhiteSpace(Q)) { var wanted = Q.Trim(); query = query.Where(p => p.Name.Contains(wanted) || p.UserName.Contains(wanted)); }
        var found = await query.OrderBy(p => p.No).Take(PageSize + 1).ToListAsync(Ct);
        Next = found.Count > PageSize ? found[PageSize - 1].No : null;
        People = [.. found.Take(PageSize)];
        var ids = People.Select(p => p.Id).ToArray();
        Roles = (await Db.Set<RoleGrant>().Where(RoleGrant.On(DateOnly.FromDateTime(Texts.Local(Now)))).Where(g => ids.Contains(g.PersonId)).Select(g => new { g.PersonId, g.Role }).ToListAsync(Ct)).ToLookup(g => g.PersonId, g => g.Role);
    }
}
