using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;

namespace Alys.Access;

internal static class SignInCookie
{
    public const string Scheme = "alys";

    public static Task Issue(HttpContext context, Session session) =>
        context.SignInAsync(Scheme, new ClaimsPrincipal(new ClaimsIdentity([new Claim(Readers.Claim, session.Id.ToString("N"))], Scheme)), new AuthenticationProperties { IsPersistent = false });
}
