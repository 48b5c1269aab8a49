using Microsoft.AspNetCore.Http;
using System.Net;
using System.Reflection;
using Alys.Platform;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Alys.Tests.Platform;

/// <summary>What holds for every page and endpoint, found from the route table and not from a list.</summary>
public sealed class EveryPageTests(AlysHost alys) : IClassFixture<AlysHost>
{
    private static IEnumerable<Type> Pages => Composition.Modules.Select(m => m.GetType().Assembly).Append(typeof(Db).Assembly).Distinct()
        .SelectMany(a => a.GetTypes()).Where(t => !t.IsAbstract && typeof(PageModel).IsAssignableFrom(t));

    [Fact]
    public void EveryPageStatesItsRight()
    {
        var silent = Pages.Where(p => p.GetCustomAttribute<RequirementAttribute>(inherit: true) is null).Select(p => p.FullName);
        Assert.Empty(silent);
        Assert.True(Pages.Count() > 3);
    }

    [Fact]
    public void TheProgramRefusesToStartWithAPageOrEndpointThatStatesNone()
    {
        var modules = alys.Service<ModuleList>();
        var silent = new RouteEndpoint(_ => Task.CompletedTask, Microsoft.AspNetCore.Routing.Patterns.RoutePatternFactory.Parse("/silent"), 0, null, "silent");
        var error = Assert.Throws<InvalidOperationException>(() => Guards.CheckAll([], [silent], modules));
        Assert.Contains("/silent", error.Message, StringComparison.Ordinal);
        error = Assert.Throws<InvalidOperationException>(() => Guards.CheckAll([typeof(EveryPageTests).Assembly], [], modules));
        Assert.Contains(nameof(SilentPage), error.Message, StringComparison.Ordinal);
        Assert.Contains("no.such-right", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AStrangerGetsNothingButOpenPages()
    {
        var stranger = alys.Stranger();
        foreach (var url in Routes())
        {
            var response = await stranger.Http.GetAsync(url.Url, TestContext.Current.CancellationToken);
            if (url.IsOpen) continue;
            Assert.True(response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Unauthorized or HttpStatusCode.MethodNotAllowed
                || (response.StatusCode == HttpStatusCode.Redirect && response.Headers.Location!.ToString().StartsWith("/sign-in", StringComparison.Ordinal)), $"{url.Url}: {response.StatusCode}");
        }
    }

    [Fact]
    public async Task AFormWithoutItsAntiforgeryTokenIsRefused()
    {
        var saule = await alys.SignIn("saule");
        foreach (var url in Routes().Where(r => !r.Url.StartsWith("/status", StringComparison.Ordinal) && !r.Url.StartsWith("/bench/", StringComparison.Ordinal)))
        {
            var response = await saule.Http.PostAsync(url.Url, new FormUrlEncodedContent([new("a", "b")]), TestContext.Current.CancellationToken);
            Assert.False(response.IsSuccessStatusCode || response.StatusCode is HttpStatusCode.SeeOther, $"{url.Url}: {response.StatusCode}");
        }
    }

    [Fact]
    public async Task EveryAnswerBearsTheSecurityHeaders()
    {
        var response = await alys.Stranger().Http.GetAsync("/sign-in", TestContext.Current.CancellationToken);
        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
    }

    /// <summary>Every route with its parameters filled in by 1.</summary>
    private IEnumerable<(string Url, bool IsOpen)> Routes()
    {
        foreach (var endpoint in alys.Service<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            var url = "/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(s => string.Concat(s.Parts.Select(p => p is Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal ? literal.Content : "1"))));
            var requirement = endpoint.Metadata.GetMetadata<RequirementAttribute>()
                ?? (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page ? RequirementOf(page) : null);
            yield return (url, requirement is OpenAttribute);
        }
    }

    private RequirementAttribute? RequirementOf(PageActionDescriptor page) =>
        alys.Service<Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure.PageLoader>().LoadAsync(page, EndpointMetadataCollection.Empty).GetAwaiter().GetResult()
            .HandlerTypeInfo.GetCustomAttribute<RequirementAttribute>(inherit: true);
}

internal sealed class SilentPage : AppPage;

[Needs("no.such-right")]
internal sealed class WrongRightPage : AppPage;
