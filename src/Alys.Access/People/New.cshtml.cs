using Microsoft.AspNetCore.Mvc.Rendering;

namespace Alys.Access;

/// <summary>Registers one person by hand; many come by a table.</summary>
[Needs(AccessRights.RegisterPeople)]
internal sealed class NewPersonModel(People people) : AppPage
{
    [BindProperty] public string? Surname { get; set; }
    [BindProperty] public string? Given { get; set; }
    [BindProperty] public string? Patronymic { get; set; }
    [BindProperty] public string? UserName { get; set; }
    [BindProperty] public string? Password { get; set; }
    [BindProperty] public string? Email { get; set; }
    [BindProperty] public string? Language { get; set; }
    [BindProperty] public string? Iin { get; set; }
    public IEnumerable<SelectListItem> Languages => TextTable.Languages.Select(l => new SelectListItem(T["platform.language." + l], l));

    public IActionResult OnGet() => Reader.Everywhere(AccessRights.RegisterPeople) ? Page() : NotFound();

    public Task<IActionResult> OnPost() => Act(async act =>
    {
        if (!Reader.Everywhere(AccessRights.RegisterPeople)) return NotFound();
        var id = await people.Register(act, new(UserName ?? "", Surname ?? "", Given ?? "", Patronymic, Email, Language ?? "kk", Iin?.Trim(), Password: string.IsNullOrEmpty(Password) ? null : Password));
        var no = act.Db.Set<Person>().Local.Single(p => p.Id == id).No;
        return Done(string.Create(CultureInfo.InvariantCulture, $"/access/people/show/{no}"), "access.person.registered");
    }, () => Task.FromResult(OnGet()));
}
