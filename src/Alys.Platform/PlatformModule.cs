using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Alys.Platform;

internal sealed class PlatformModule : Module
{
    public override string Name => "platform";
    public override IEnumerable<Type> Options => [typeof(PlatformOptions)];

    // The binding texts need the request of the moment.
    public override void AddServices(IServiceCollection services, IConfiguration configuration) => services.AddHttpContextAccessor();

    public override void MapEndpoints(IEndpointRouteBuilder routes)
    {
        BareEndpoint.Map(routes);
        routes.MapGet("/language/{language}", (string language, string? to, HttpContext context) =>
        {
            if (TextTable.Languages.Contains(language)) context.Response.Cookies.Append("lang", language, new() { MaxAge = TimeSpan.FromDays(365), HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps });
            return Results.LocalRedirect(to is ['/', not ('/' or '\\'), ..] or "/" ? to : "/");
        }).WithMetadata(new OpenAttribute());
    }
}
