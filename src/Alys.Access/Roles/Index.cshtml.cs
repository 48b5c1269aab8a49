namespace Alys.Access;

/// <summary>The roles, how many rights each has and how many people hold it today.</summary>
[Needs(AccessRights.GrantRoles)]
internal sealed class RolesModel : AppPage
{
    internal sealed record Line(string Code, int Rights, int Holders);

    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public async Task<IActionResult> OnGet()
    {
        if (!Reader.Everywhere(AccessRights.GrantRoles)) return NotFound();
        var grants = Db.Set<RoleGrant>().Where(RoleGrant.On(DateOnly.FromDateTime(Texts.Local(Now))));
        var lines = await Db.Set<RoleRow>().Select(r => new Line(r.Code, r.Rights.Count, grants.Where(g => g.Role == r.Code).Select(g => g.PersonId).Distinct().Count())).ToListAsync(Ct);
        Lines = [.. lines.OrderBy(l => Roles.All.ToList().IndexOf(l.Code) is var at and >= 0 ? at : int.MaxValue).ThenBy(l => l.Code, StringComparer.Ordinal)];
        return Page();
    }
}
