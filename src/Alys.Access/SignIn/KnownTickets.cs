using System.Collections.Concurrent;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Options;

namespace Alys.Access;

/// <summary>
/// Cookies that were opened before are not decrypted again: what a protected text says never changes. Whether its session still holds is asked of
/// <see cref="Readers"/> on each request, and how long the cookie itself holds by the framework.
/// </summary>
internal sealed class KnownTickets(ISecureDataFormat<AuthenticationTicket> inner) : ISecureDataFormat<AuthenticationTicket>
{
    private const int Most = 5_000;
    private readonly ConcurrentDictionary<(string Text, string? Purpose), AuthenticationTicket> _known = new();

    public string Protect(AuthenticationTicket data) => inner.Protect(data);
    public string Protect(AuthenticationTicket data, string? purpose) => inner.Protect(data, purpose);
    public AuthenticationTicket? Unprotect(string? protectedText) => Unprotect(protectedText, null);

    public AuthenticationTicket? Unprotect(string? protectedText, string? purpose)
    {
        if (protectedText is null) return null;
        if (_known.TryGetValue((protectedText, purpose), out var known)) return known;
        // A forged cookie is not remembered, so that nobody can fill the memory with them.
        if (inner.Unprotect(protectedText, purpose) is not { } ticket) return null;
        if (_known.Count >= Most) _known.Clear();
        return _known[(protectedText, purpose)] = ticket;
    }

    /// <summary>Puts itself before the format that the framework has chosen.</summary>
    internal sealed class Setup : IPostConfigureOptions<CookieAuthenticationOptions>
    {
        public void PostConfigure(string? name, CookieAuthenticationOptions options)
        {
            if (name == SignInCookie.Scheme) options.TicketDataFormat = new KnownTickets(options.TicketDataFormat);
        }
    }
}
