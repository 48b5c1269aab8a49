using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Identity;

namespace Alys.Access;

/// <summary>Registers people; gives and withdraws their roles.</summary>
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

    [GeneratedRegex("^[a-z0-9][a-z0-9.-]{1,59}$")]
    private static partial Regex UserNamePattern();
}
