namespace Alys.Access;

/// <summary>Gives somebody who has forgotten her password another one.</summary>
[Needs(AccessRights.GrantRoles)]
internal sealed class GivePasswordModel(People people) : AppPage
{
    [FromRoute] public int No { get; set; }
    [BindProperty] public string? Password { get; set; }
    public Person Person { get; private set; } = null!;

    public async Task<IActionResult> OnGet()
    {
        if (!Reader.Everywhere(AccessRights.GrantRoles) || await Db.People.AsNoTracking().FirstOrDefaultAsync(p => p.No == No, Ct) is not { } person) return NotFound();
        Person = person;
        return Page();
    }

    public Task<IActionResult> OnPost() => Act(async act =>
    {
        if (await act.Db.People.FirstOrDefaultAsync(p => p.No == No, Ct) is not { } person) return NotFound();
        await people.GivePassword(act, person.Id, Password ?? "");
        return Done($"/access/people/show/{No}", "access.password.given");
    }, OnGet);
}
