using Alys.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Alys.Tests;

/// <summary>The clock of the tests: the real one, set back by whole weeks to the week in which the believable institution's story is told, so that its dates stand.</summary>
internal sealed class Story : TimeProvider
{
    private static readonly TimeSpan Since = TimeSpan.FromDays(Demo.DaysSince(System.GetUtcNow()));

    /// <summary>Now, UTC, in the story.</summary>
    public static DateTime Now => System.GetUtcNow().UtcDateTime - Since;

    public static void Tell(WebApplicationBuilder builder) => builder.Services.AddSingleton<TimeProvider>(new Story());

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() - Since;
}
