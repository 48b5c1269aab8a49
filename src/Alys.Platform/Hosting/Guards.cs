using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;

namespace Alys.Platform;

/// <summary>Every page and endpoint states its requirement: checked once at start and on each request, failing closed.</summary>
internal static class Guards
{
    /// <exception cref="InvalidOperationException">A page or endpoint says nothing of its right; or names a right that no module declares.</exception>
    public static void CheckAll(IEnumerable<Assembly> assemblies, IEnumerable<Endpoint> endpoints, ModuleList modules)
    {
        var known = modules.Rights.Select(r => r.Code).ToHashSet(StringComparer.Ordinal);
        var problems = new List<string>();
        void Check(string name, RequirementAttribute? requirement)
        {
            if (requirement is null) problems.Add($"{name} states no right: [Needs(…)], [SignedIn] or [Open]");
            else if (requirement is NeedsAttribute needs) problems.AddRange(needs.AnyOf.Where(r => !known.Contains(r)).Select(r => $"{name} needs {r}, which no module declares"));
        }
        foreach (var page in assemblies.SelectMany(a => a.GetTypes()).Where(t => !t.IsAbstract && typeof(PageModel).IsAssignableFrom(t)))
        {
            Check(page.FullName!, page.GetCustomAttribute<RequirementAttribute>(inherit: true));
            if (!typeof(AppPage).IsAssignableFrom(page)) problems.Add($"{page.FullName} is not an AppPage");
        }
        foreach (var endpoint in endpoints.OfType<RouteEndpoint>().Where(e => e.Metadata.GetMetadata<PageActionDescriptor>() is null))
        {
            Check($"{endpoint.RoutePattern.RawText}", endpoint.Metadata.GetMetadata<RequirementAttribute>());
        }
        if (problems.Count > 0) throw new InvalidOperationException("The program does not start:\n" + string.Join('\n', problems));
    }

    public static async Task Middleware(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint() is not { } endpoint) { await next(context); return; }
        var requirement = endpoint.Metadata.GetMetadata<RequirementAttribute>()
            ?? endpoint.Metadata.GetMetadata<CompiledPageActionDescriptor>()?.HandlerTypeInfo.GetCustomAttribute<RequirementAttribute>(inherit: true);
        var reader = context.Reader();
        if (requirement is not null && requirement.IsMetBy(reader)) { await next(context); return; }
        if (reader.IsSignedIn || requirement is null || !WantsPage(context.Request))
        {
            // What a person may not see does not exist for her.
            context.Response.StatusCode = requirement is not null && !reader.IsSignedIn ? StatusCodes.Status401Unauthorized : StatusCodes.Status404NotFound;
            return;
        }
        var back = HttpMethods.IsGet(context.Request.Method) ? context.Request.Path + context.Request.QueryString : "/";
        context.Response.Redirect("/sign-in?to=" + Uri.EscapeDataString(back));
    }

    private static bool WantsPage(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || request.HasFormContentType;
}
