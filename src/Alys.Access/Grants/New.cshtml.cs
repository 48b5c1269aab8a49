using Microsoft.AspNetCore.Mvc.Rendering;

namespace Alys.Access;

/// <summary>Gives somebody a role in a scope, for some days or for good.</summary>
[Needs(AccessRights.GrantRoles)]
internal sealed class NewGrantModel(People people) : AppPage
{
    [BindProperty(SupportsGet = true)] public string? Person { get; set; }
    [BindProperty(SupportsGet = true)] public string? Role { get; set; }
    [BindProperty] public string? Scope { get; set; }
    /// <summary>What the scope is called, where the list of scopes is too long to show whole.</summary>
    [BindProperty(SupportsGet = true)] public string? Find { get; set; }
    [BindProperty] public DateOnly? From { get; set; }
    [BindProperty] public DateOnly? Until { get; set; }
    public IReadOnlyList<SelectListItem> RoleChoices { get; private set; } = [];
    public IReadOnlyList<SelectListItem> ScopeChoices { get; private set; } = [];
    public bool AsksWhere => !string.IsNullOrWhiteSpace(Find) || ScopeChoices.GroupBy(c => c.Group?.Name).Any(k => k.Count() >= Scopes.MostOfKind);

    public async Task<IActionResult> OnGet()
    {
        if (!Reader.Everywhere(AccessRights.GrantRoles)) return NotFound();
        var roles = await Db.Set<RoleRow>().Select(r => r.Code).ToListAsync(Ct);
        RoleChoices = [.. Roles.All.Where(roles.Contains).Concat(roles.Except(Roles.All)).Select(r => new SelectListItem(T["role." + r], r))];
        ScopeChoices = await Service<Scopes>().Choices(Db, string.IsNullOrWhiteSpace(Find) ? null : Find.Trim(), T, Ct);
        From ??= DateOnly.FromDateTime(Texts.Local(Now));
        return Page();
    }

    public Task<IActionResult> OnPost() => Act(async act =>
    {
        var name = (Person ?? "").Trim().ToLowerInvariant();
        var person = await act.Db.People.FirstOrDefaultAsync(p => p.UserName == name, Ct) ?? throw new Refusal("access.refusal.no-person", name) { Field = "Person" };
        var scope = await Service<Scopes>().Chosen(act.Db, Scope, Ct);
        await people.Give(act, person.Id, Role ?? "", scope, (From ?? throw new Refusal("platform.refusal.value-missing") { Field = "From" }, Until));
        return Done(string.Create(CultureInfo.InvariantCulture, $"/access/people/show/{person.No}"), "access.grant.given");
    }, OnGet);
}
