using System.Collections.Concurrent;
using Microsoft.AspNetCore.Antiforgery;

namespace Alys.Platform;

/// <summary>
/// The framework's antiforgery, but a script that sends the same token with the same cookies again and again (an attempt's answers) has it decrypted once:
/// a pair that was valid for a session stays so. Tokens in forms are checked each time.
/// </summary>
internal sealed class KnownTokens(IAntiforgery inner, string header) : IAntiforgery
{
    private const int Most = 5_000, LongestCookies = 4096;
    private readonly ConcurrentDictionary<(string Cookies, string Token), bool> _valid = new();

    public AntiforgeryTokenSet GetAndStoreTokens(HttpContext httpContext) => inner.GetAndStoreTokens(httpContext);
    public AntiforgeryTokenSet GetTokens(HttpContext httpContext) => inner.GetTokens(httpContext);
    public Task ValidateRequestAsync(HttpContext httpContext) => inner.ValidateRequestAsync(httpContext);
    public void SetCookieTokenAndHeader(HttpContext httpContext) => inner.SetCookieTokenAndHeader(httpContext);

    public async Task<bool> IsRequestValidAsync(HttpContext httpContext)
    {
        var headers = httpContext.Request.Headers;
        if (headers[header] is not [{ Length: > 0 } token] || headers.Cookie is not [{ Length: > 0 and < LongestCookies } cookies]) return await inner.IsRequestValidAsync(httpContext);
        if (_valid.ContainsKey((cookies, token))) return true;
        if (!await inner.IsRequestValidAsync(httpContext)) return false;
        // Only what was valid is remembered, so that nobody can fill the memory with forgeries.
        if (_valid.Count >= Most) _valid.Clear();
        _valid[(cookies, token)] = true;
        return true;
    }
}
