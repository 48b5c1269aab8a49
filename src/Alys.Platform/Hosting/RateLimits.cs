using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace Alys.Platform;

/// <summary>Bounds on requests: a study centre shares one address, so who is signed in counts alone.</summary>
public static class RateLimits
{
    /// <summary>Policy name for sign-in and other guessable posts.</summary>
    public const string Guessing = "guessing";

    internal static void Configure(RateLimiterOptions limits, PlatformOptions options)
    {
        limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limits.AddPolicy(Guessing, context => HttpMethods.IsPost(context.Request.Method)
            ? RateLimitPartition.GetFixedWindowLimiter("g" + context.From(), _ => new() { PermitLimit = Math.Max(1, options.SignInsPerMinute), Window = TimeSpan.FromMinutes(1) })
            : RateLimitPartition.GetNoLimiter(""));
        if (options.RequestsPerTenSeconds <= 0) return;
        limits.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
            RateLimitPartition.GetFixedWindowLimiter(context.Request.Cookies["alys"] is { Length: > 40 } cookie ? cookie[^40..] : context.From() ?? "",
                _ => new() { PermitLimit = options.RequestsPerTenSeconds, Window = TimeSpan.FromSeconds(10) }));
    }
}
