namespace Alys.Access;

/// <summary>Makes the roles that every institution starts with and offers each new right to its default roles, once.</summary>
internal static class RoleSeed
{
    public static async Task Offer(Act act, ModuleList modules)
    {
        var db = act.Db;
        var known = (await db.Set<KnownRight>().Select(k => k.Right).ToListAsync(act.Ct)).ToHashSet(StringComparer.Ordinal);
        var fresh = modules.Rights.Where(r => !known.Contains(r.Code)).ToArray();
        if (fresh.Length == 0) return;
        var roles = (await db.Set<RoleRow>().Select(r => r.Code).ToListAsync(act.Ct)).ToHashSet(StringComparer.Ordinal);
        foreach (var role in Roles.All.Where(r => !roles.Contains(r))) db.Add(new RoleRow { Code = role });
        foreach (var right in fresh)
        {
            db.Add(new KnownRight { Right = right.Code });
            foreach (var role in right.DefaultRoles) db.Add(new RoleRight { Role = role, Right = right.Code });
        }
        act.Wrote("access.rights.offered", "Role", Guid.Empty, after: fresh.Select(r => r.Code));
        act.Pulse(Readers.Changed);
    }
}
