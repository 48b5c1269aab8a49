using Microsoft.AspNetCore.Identity;

namespace Alys.Access;

public sealed partial class People
{
    /// <summary>A person changes her own password; her sign-ins on other devices end.</summary>
    /// <exception cref="Refusal">The present password is wrong, or the new one is too short.</exception>
    internal async Task ChangePassword(Act act, string present, string fresh, Guid session)
    {
        var account = await act.Db.Accounts.SingleAsync(a => a.Id == act.Reader.PersonId, act.Ct);
        if (account.PasswordHash is null || _hasher.VerifyHashedPassword(account, account.PasswordHash, present) == PasswordVerificationResult.Failed) throw new Refusal("access.refusal.password-wrong") { Field = "Present" };
        Set(account, fresh);
        act.Wrote("access.password.changed", "Account", account.Id, person: account.Id);
        await EndSessions(act, account.Id, session);
    }

    /// <summary>Gives a person another password, who has forgotten hers; all her sign-ins end.</summary>
    /// <exception cref="Refusal">The reader may not, or the password is too short.</exception>
    internal async Task GivePassword(Act act, Guid person, string fresh)
    {
        CheckGiver(act);
        var account = await act.Db.Accounts.SingleAsync(a => a.Id == person, act.Ct);
        Set(account, fresh);
        (account.AccessFailedCount, account.LockoutEnd) = (0, null);
        act.Wrote("access.password.given", "Account", account.Id, person: account.Id);
        await EndSessions(act, account.Id, Guid.Empty);
    }

    private void Set(Account account, string fresh)
    {
        if (fresh.Length < Passwords.Least) throw new Refusal("access.refusal.password-short", Passwords.Least) { Field = "Password" };
        account.PasswordHash = _hasher.HashPassword(account, fresh);
        account.SecurityStamp = Guid.NewGuid().ToString("N");
    }

    private static async Task EndSessions(Act act, Guid person, Guid but)
    {
        foreach (var session in await act.Db.Set<Session>().Where(s => s.PersonId == person && s.EndedAt == null && s.Id != but).ToListAsync(act.Ct)) session.EndedAt = act.Now;
        act.Pulse(Readers.Changed);
    }
}
