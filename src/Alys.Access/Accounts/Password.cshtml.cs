using System.Security.Claims;
using Microsoft.AspNetCore.RateLimiting;

namespace Alys.Access;

/// <summary>Changes one's own password.</summary>
[SignedIn, EnableRateLimiting(RateLimits.Guessing)]
internal sealed class PasswordModel(People people) : AppPage
{
    [BindProperty] public string? Present { get; set; }
    [BindProperty] public string? Password { get; set; }

    public void OnGet() { }

    public Task<IActionResult> OnPost() => Act(async act =>
    {
        _ = Guid.TryParseExact(User.FindFirstValue(Readers.Claim), "N", out var session);
        await people.ChangePassword(act, Present ?? "", Password ?? "", session);
        return Done("/", "access.password.changed");
    }, () => Task.FromResult<IActionResult>(Page()));
}
