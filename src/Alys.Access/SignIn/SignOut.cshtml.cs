using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;

namespace Alys.Access;

[SignedIn]
internal sealed class SignOutModel : AppPage
{
    public void OnGet() { }

    public Task<IActionResult> OnPost() => Act(async act =>
    {
        if (Guid.TryParseExact(User.FindFirstValue(Readers.Claim), "N", out var id) && await Db.Set<Session>().FirstOrDefaultAsync(s => s.Id == id, Ct) is { } session)
        {
            session.EndedAt = act.Now;
            act.Wrote("access.sign-out.done", session);
            act.Pulse(Readers.Changed);
        }
        await HttpContext.SignOutAsync(SignInCookie.Scheme);
        return Done("/sign-in");
    }, () => Task.FromResult<IActionResult>(Page()));
}
