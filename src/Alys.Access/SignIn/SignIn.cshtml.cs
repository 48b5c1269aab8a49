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
        var session = await Service<Acts>().RunOn(Db, Reader, HttpContext.From(), SignIn, Ct);
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
    private async Task<Session?> SignIn(Act act)
    {
        var account = await accounts.FindByNameAsync((UserName ?? "").Trim().ToLowerInvariant());
        if (account?.PasswordHash is null)
        {
            _decoy ??= hasher.HashPassword(new Account(), Guid.NewGuid().ToString());
            hasher.VerifyHashedPassword(new Account(), _decoy, Password ?? "");
            act.Wrote("access.sign-in.refused", "Account", account?.Id ?? Guid.Empty, after: new { reason = "unknown" });
            return null;
        }
        var right = await accounts.CheckPasswordAsync(account, Password ?? "");
        if (await accounts.IsLockedOutAsync(account))
        {
            act.Wrote("access.sign-in.refused", "Account", account.Id, person: account.Id, after: new { reason = "resting" });
            return null;
        }
        if (!right)
        {
            await accounts.AccessFailedAsync(account);
            act.Wrote("access.sign-in.refused", "Account", account.Id, person: account.Id, after: new { reason = "password" });
            return null;
        }
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
}
