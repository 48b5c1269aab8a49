namespace Alys.Access;

/// <summary>A person with the roles that she holds and held.</summary>
[Needs(AccessRights.SeePeople)]
internal sealed class ShowPersonModel : AppPage
{
    [FromRoute] public int No { get; set; }
    public Person Person { get; private set; } = null!;
    public IReadOnlyList<GrantLine> Current { get; private set; } = [];
    public IReadOnlyList<GrantLine> Earlier { get; private set; } = [];
    public Func<Scope, string> ScopeName { get; private set; } = null!;
    public bool MayGrant => Reader.Everywhere(AccessRights.GrantRoles);

    public async Task<IActionResult> OnGet()
    {
        if (await Db.People.AsNoTracking().VisibleTo(Reader, Person.Visibility).FirstOrDefaultAsync(p => p.No == No, Ct) is not { } person) return NotFound();
        Person = person;
        var grants = await GrantLine.Of(Db, Db.Set<RoleGrant>().Where(g => g.PersonId == person.Id)).ToListAsync(Ct);
        var today = DateOnly.FromDateTime(Texts.Local(Now));
        (Current, Earlier) = ([.. grants.Where(g => !g.IsOver(today))], [.. grants.Where(g => g.IsOver(today))]);
        ScopeName = await Service<Scopes>().Names(Db, grants.Select(g => g.Scope), T, Ct);
        return Page();
    }
}
