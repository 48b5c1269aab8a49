using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.RateLimiting;

namespace Alys.Access;

[Open, EnableRateLimiting(RateLimits.Guessing)]
internal sealed class SignInModel(UserManager<Account> accounts, IPasswordHasher<Account> hasher, AccessOptions options, PlatformOptions platform) : AppPage
{
    private static string? _decoy;

    [BindProperty] public string? UserName { get; set; }
    [BindProperty] public string? Password { get; set; }
    [BindProperty(SupportsGet = true)] public string? To { get; set; }
    public IReadOnlyList<DemoPerson> DemoPeople { get; private set; } = [];
    public string DemoPassword => Alys.Access.DemoPeople.Password(platform);

    public async Task<IActionResult> OnGet()
    {
        if (platform.Demo) DemoPeople = await Alys.Access.DemoPeople.List(Db, DateOnly.FromDateTime(Texts.Local(Now)), Ct);
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        // Hashing takes long on purpose: before the act, because an act holds up other writers.
        var name = (UserName ?? "").Trim().ToLowerInvariant();
        var normal = accounts.NormalizeName(name);
        var known = await Db.Accounts.AsNoTracking().Where(a => a.NormalizedUserName == normal).Select(a => a.PasswordHash).FirstOrDefaultAsync(Ct);
        _decoy ??= hasher.HashPassword(new Account(), Guid.NewGuid().ToString());
        var verdict = hasher.VerifyHashedPassword(new Account(), known ?? _decoy, Password ?? "");
        var proof = known is not null && verdict != PasswordVerificationResult.Failed
            ? new Proof(known, verdict == PasswordVerificationResult.SuccessRehashNeeded ? hasher.HashPassword(new Account(), Password!) : known) : null;
        var session = await Service<Acts>().RunOn(Db, Reader, HttpContext.From(), act => SignIn(act, name, proof), Ct);
        if (session is null)
        {
            ModelState.AddModelError("", T["access.refusal.sign-in"]);
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return await OnGet();
        }
        await SignInCookie.Issue(HttpContext, session);
        return Done(To is ['/', not ('/' or '\\'), ..] or "/" ? To : "/");
    }

    /// <summary>Null for an unknown name, a wrong password and a resting account alike; each takes as long as the others.</summary>
    /// <param name="act">The act.</param>
    /// <param name="name">The name as it was typed, in small letters.</param>
    /// <param name="proof">That the typed password is right; null where it is not.</param>
    private async Task<Session?> SignIn(Act act, string name, Proof? proof)
    {
        var account = await accounts.FindByNameAsync(name);
        if (account?.PasswordHash is null)
        {
            act.Wrote("access.sign-in.refused", "Account", account?.Id ?? Guid.Empty, after: new { reason = "unknown" });
            return null;
        }
        if (await accounts.IsLockedOutAsync(account))
        {
            act.Wrote("access.sign-in.refused", "Account", account.Id, person: account.Id, after: new { reason = "resting" });
            return null;
        }
        // A password that was changed meanwhile is no proof any more.
        if (proof is null || account.PasswordHash != proof.Hash)
        {
            await accounts.AccessFailedAsync(account);
            act.Wrote("access.sign-in.refused", "Account", account.Id, person: account.Id, after: new { reason = "password" });
            return null;
        }
        account.PasswordHash = proof.Fresh;
        if (account.AccessFailedCount > 0) await accounts.ResetAccessFailedCountAsync(account);
        var device = Request.Headers.UserAgent.ToString();
        var session = new Session
        {
            PersonId = account.Id,
            StartedAt = act.Now,
            EndsAt = act.Now.AddHours(options.SessionHours),
            From = HttpContext.From(),
            Device = device.Length > 200 ? device[..200] : device,
        };
        act.Db.Add(session);
        act.Wrote("access.sign-in.done", session, person: account.Id);
        return session;
    }

    /// <summary>The hash that a password fits, and that which is to stand from now on: another where the hashing has become stronger since.</summary>
    private sealed record Proof(string Hash, string Fresh);
}
