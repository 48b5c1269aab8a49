using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Identity;

namespace Alys.Access;

/// <summary>Registers people and gives and withdraws their roles.</summary>
public sealed partial class People
{
    private readonly IPasswordHasher<Account> _hasher;

    internal People(IPasswordHasher<Account> hasher) => _hasher = hasher;

    /// <summary>Registers a person with an account.</summary>
    /// <returns>The person's id.</returns>
    /// <exception cref="Refusal">A name is missing, the user name or IIN is wrong or taken, the password is too short.</exception>
    public async Task<Guid> Register(Act act, NewPerson person)
    {
        var userName = person.UserName.Trim().ToLowerInvariant();
        if (!UserNamePattern().IsMatch(userName)) throw new Refusal("access.refusal.user-name", person.UserName) { Field = "UserName" };
        if (string.IsNullOrWhiteSpace(person.Given) && string.IsNullOrWhiteSpace(person.Surname)) throw new Refusal("access.refusal.name-missing") { Field = "Surname" };
        if (!string.IsNullOrEmpty(person.Iin) && !Iin.IsValid(person.Iin)) throw new Refusal("access.refusal.iin", person.Iin) { Field = "Iin" };
        if (person.Password is { Length: < Passwords.Least }) throw new Refusal("access.refusal.password-short", Passwords.Least) { Field = "Password" };
        if (await act.Db.People.AnyAsync(p => p.UserName == userName, act.Ct)) throw new Refusal("access.refusal.user-name-taken", userName) { Field = "UserName" };
        if (!string.IsNullOrEmpty(person.Iin) && await act.Db.People.AnyAsync(p => p.Iin == person.Iin, act.Ct)) throw new Refusal("access.refusal.iin-taken", person.Iin) { Field = "Iin" };

        var registered = new Person
        {
            No = await act.NextNumber("access.person"),
            UserName = userName,
            Surname = person.Surname.Trim(),
            Given = person.Given.Trim(),
            Patronymic = string.IsNullOrWhiteSpace(person.Patronymic) ? null : person.Patronymic.Trim(),
            Email = string.IsNullOrWhiteSpace(person.Email) ? null : person.Email.Trim(),
            Language = TextTable.Languages.Contains(person.Language) ? person.Language : "kk",
            Iin = string.IsNullOrEmpty(person.Iin) ? null : person.Iin,
            Born = person.Born,
            RegisteredAt = act.Now,
        };
        registered.NameAgain();
        var account = new Account { Id = registered.Id, UserName = userName, NormalizedUserName = userName.ToUpperInvariant(), LockoutEnabled = true, SecurityStamp = Guid.NewGuid().ToString("N") };
        if (person.Password is not null) account.PasswordHash = _hasher.HashPassword(account, person.Password);
        act.Db.Add(registered);
        act.Db.Add(account);
        act.Wrote("access.person.registered", registered, person: registered.Id, after: new { registered.UserName, registered.Name });
        return registered.Id;
    }

    /// <summary>Gives a role in a scope; giving it again changes nothing.</summary>
    /// <exception cref="Refusal">No such role.</exception>
    public async Task Grant(Act act, Guid person, string role, Scope scope)
    {
        if (!act.Db.Set<RoleRow>().Local.Any(r => r.Code == role) && !await act.Db.Set<RoleRow>().AnyAsync(r => r.Code == role, act.Ct)) throw new Refusal("access.refusal.no-role", role);
        var held = act.Db.Set<RoleGrant>().Local.Any(g => g.PersonId == person && g.Role == role && g.ScopeKind == scope.Kind && g.ScopeId == scope.Id && g.WithdrawnAt == null)
            || await act.Db.Set<RoleGrant>().AnyAsync(g => g.PersonId == person && g.Role == role && g.ScopeKind == scope.Kind && g.ScopeId == scope.Id && g.WithdrawnAt == null, act.Ct);
        if (held) return;
        var grant = new RoleGrant { PersonId = person, Role = role, ScopeKind = scope.Kind, ScopeId = scope.Id, GivenAt = act.Now, GivenBy = act.Reader.IsSignedIn ? act.Reader.PersonId : null };
        act.Db.Add(grant);
        act.Wrote("access.role.granted", grant, scope, person, after: new { role, scope = scope.Kind, scope.Id });
        act.Pulse(Readers.Changed);
    }

    /// <summary>Withdraws a role in a scope, if it is held.</summary>
    public async Task Withdraw(Act act, Guid person, string role, Scope scope)
    {
        foreach (var grant in await act.Db.Set<RoleGrant>().Where(g => g.PersonId == person && g.Role == role && g.ScopeKind == scope.Kind && g.ScopeId == scope.Id && g.WithdrawnAt == null).ToListAsync(act.Ct))
        {
            grant.WithdrawnAt = act.Now;
            act.Wrote("access.role.withdrawn", grant, scope, person, before: new { role, scope = scope.Kind, scope.Id });
        }
        act.Pulse(Readers.Changed);
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9.-]{1,59}$")]
    private static partial Regex UserNamePattern();
}
