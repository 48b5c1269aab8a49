namespace Alys.Access;

public sealed partial class People
{
    /// <summary>Gives a role in a scope from today on, without an end; giving it again changes nothing.</summary>
    /// <exception cref="Refusal">No such role.</exception>
    public async Task Grant(Act act, Guid person, string role, Scope scope)
    {
        var today = Today(act);
        var held = act.Db.Set<RoleGrant>().Local.Any(g => g.PersonId == person && g.Role == role && g.Scope == scope && g.WithdrawnAt == null && g.From <= today && g.Until == null)
            || await act.Db.Set<RoleGrant>().Where(RoleGrant.On(today)).AnyAsync(g => g.PersonId == person && g.Role == role && g.ScopeKind == scope.Kind && g.ScopeId == scope.Id && g.Until == null, act.Ct);
        if (!held) await Add(act, person, role, scope, today, null);
    }

    /// <summary>Withdraws a role in a scope, if it is held.</summary>
    public async Task Withdraw(Act act, Guid person, string role, Scope scope)
    {
        foreach (var grant in await act.Db.Set<RoleGrant>().Where(g => g.PersonId == person && g.Role == role && g.ScopeKind == scope.Kind && g.ScopeId == scope.Id && g.WithdrawnAt == null).ToListAsync(act.Ct)) grant.Withdraw(act, null);
        act.Pulse(Readers.Changed);
    }

    /// <summary>Gives a role by hand, for the stated days.</summary>
    /// <exception cref="Refusal">No such role, the days are wrong, or the person holds it in that scope on one of them.</exception>
    internal async Task<RoleGrant> Give(Act act, Guid person, string role, Scope scope, (DateOnly From, DateOnly? Until) days)
    {
        CheckGiver(act);
        if (days.Until < days.From || days.Until < Today(act)) throw new Refusal("access.refusal.days") { Field = "Until" };
        var held = await act.Db.Set<RoleGrant>().AnyAsync(g => g.PersonId == person && g.Role == role && g.ScopeKind == scope.Kind && g.ScopeId == scope.Id && g.WithdrawnAt == null
            && (g.Until == null || g.Until >= days.From) && (days.Until == null || g.From <= days.Until), act.Ct);
        if (held) throw new Refusal("access.refusal.holds-role") { Field = "Role" };
        return await Add(act, person, role, scope, days.From, days.Until);
    }

    /// <summary>Takes a role away, with a reason. The last administrator of the institution stays.</summary>
    /// <exception cref="Refusal">The reason is missing, or nobody else would be administrator for good.</exception>
    internal async Task TakeAway(Act act, RoleGrant grant, string? reason)
    {
        CheckGiver(act);
        if (reason?.Trim() is not { Length: > 0 and <= RoleGrant.MaxReason } said) throw new Refusal("access.refusal.reason", RoleGrant.MaxReason) { Field = "Reason" };
        if (grant.Role == Roles.Administrator && grant.Scope == Scope.Institution)
        {
            // Two administrators who take each other's role away at the same time: the second waits here for the first.
            await act.NextNumber("access.administrator-leaves");
            if (!await act.Db.Set<RoleGrant>().Where(RoleGrant.On(Today(act))).AnyAsync(g => g.Id != grant.Id && g.Role == Roles.Administrator && g.ScopeKind == ScopeKinds.Institution && g.Until == null, act.Ct)) throw new Refusal("access.refusal.last-administrator");
        }
        grant.Withdraw(act, said);
    }

    private static async Task<RoleGrant> Add(Act act, Guid person, string role, Scope scope, DateOnly from, DateOnly? until)
    {
        if (!act.Db.Set<RoleRow>().Local.Any(r => r.Code == role) && !await act.Db.Set<RoleRow>().AnyAsync(r => r.Code == role, act.Ct)) throw new Refusal("access.refusal.no-role", role) { Field = "Role" };
        var grant = new RoleGrant { No = await act.NextNumber("access.grant"), PersonId = person, Role = role, ScopeKind = scope.Kind, ScopeId = scope.Id, From = from, Until = until, GivenAt = act.Now, GivenBy = act.Reader.IsSignedIn ? act.Reader.PersonId : null };
        act.Db.Add(grant);
        act.Wrote("access.role.granted", grant, scope, person, after: new { role, scope = scope.Kind, scope.Id, from, until });
        act.Pulse(Readers.Changed);
        return grant;
    }

    /// <summary>A right to give roles within one centre or course would let its holder give herself the whole institution.</summary>
    private static void CheckGiver(Act act)
    {
        if (!act.Reader.Everywhere(AccessRights.GrantRoles)) throw new Refusal("access.refusal.not-yours");
    }

    private static DateOnly Today(Act act) => DateOnly.FromDateTime(Texts.Local(act.Now));
}
