namespace Alys.Access;

/// <summary>Takes a role away from somebody, with a reason.</summary>
[Needs(AccessRights.GrantRoles)]
internal sealed class WithdrawGrantModel(People people) : AppPage
{
    [FromRoute] public int No { get; set; }
    [BindProperty] public string? Reason { get; set; }
    public GrantLine Grant { get; private set; } = null!;
    public string ScopeName { get; private set; } = "";

    public async Task<IActionResult> OnGet()
    {
        if (!Reader.Everywhere(AccessRights.GrantRoles) || await GrantLine.Of(Db, Db.Set<RoleGrant>().Where(g => g.No == No && g.WithdrawnAt == null)).FirstOrDefaultAsync(Ct) is not { } grant) return NotFound();
        Grant = grant;
        ScopeName = (await Service<Scopes>().Names(Db, [grant.Scope], T, Ct))(grant.Scope);
        return Page();
    }

    public Task<IActionResult> OnPost() => Act(async act =>
    {
        if (await act.Db.Set<RoleGrant>().FirstOrDefaultAsync(g => g.No == No && g.WithdrawnAt == null, Ct) is not { } grant) return NotFound();
        await people.TakeAway(act, grant, Reason);
        var person = await act.Db.People.Where(p => p.Id == grant.PersonId).Select(p => p.No).SingleAsync(Ct);
        return Done(string.Create(CultureInfo.InvariantCulture, $"/access/people/show/{person}"), "access.grant.withdrawn");
    }, OnGet);
}
