namespace Alys.Access;

/// <summary>A role in a list: who holds it, where, on which days, and how it ended.</summary>
internal sealed record GrantLine(int No, int PersonNo, string Person, string Role, string ScopeKind, Guid ScopeId, DateOnly From, DateOnly? Until, string? By, DateTime? WithdrawnAt, string? Reason)
{
    public Scope Scope => new(ScopeKind, ScopeId);

    public bool IsOver(DateOnly today) => WithdrawnAt is not null || Until < today;

    public static IQueryable<GrantLine> Of(Db db, IQueryable<RoleGrant> grants) =>
        from g in grants
        join p in db.People on g.PersonId equals p.Id
        orderby g.From descending, g.No descending
        select new GrantLine(g.No, p.No, p.Name, g.Role, g.ScopeKind, g.ScopeId, g.From, g.Until, db.Set<Person>().Where(b => b.Id == g.GivenBy).Select(b => b.Name).FirstOrDefault(), g.WithdrawnAt, g.Reason);
}
