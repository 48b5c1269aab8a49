namespace Alys.Access;

/// <summary>A role: who holds it where, and what it may do.</summary>
[Needs(AccessRights.GrantRoles)]
internal sealed class ShowRoleModel : AppPage
{
    private const int PageSize = 100;

    [FromRoute] public string Role { get; set; } = "";
    [FromQuery(Name = "before")] public int? Before { get; set; }
    public IReadOnlyList<GrantLine> Grants { get; private set; } = [];
    public IReadOnlyList<string> Rights { get; private set; } = [];
    public Func<Scope, string> ScopeName { get; private set; } = null!;
    public int? Next { get; private set; }

    public async Task<IActionResult> OnGet()
    {
        if (!Reader.Everywhere(AccessRights.GrantRoles) || !await Db.Set<RoleRow>().AnyAsync(r => r.Code == Role, Ct)) return NotFound();
        var grants = Db.Set<RoleGrant>().Where(RoleGrant.NotOver(DateOnly.FromDateTime(Texts.Local(Now)))).Where(g => g.Role == Role && (Before == null || g.No < Before)).OrderByDescending(g => g.No).Take(PageSize + 1);
        var found = (await GrantLine.Of(Db, grants).ToListAsync(Ct)).OrderByDescending(g => g.No).ToList();
        Next = found.Count > PageSize ? found[PageSize - 1].No : null;
        Grants = [.. found.Take(PageSize)];
        ScopeName = await Service<Scopes>().Names(Db, Grants.Select(g => g.Scope), T, Ct);
        var held = await Db.Set<RoleRight>().Where(r => r.Role == Role).Select(r => r.Right).ToListAsync(Ct);
        // In the order in which the modules declare them; a right of a module that is gone has no sentence.
        Rights = [.. Service<ModuleList>().Rights.Select(r => r.Code).Where(held.Contains)];
        return Page();
    }
}
