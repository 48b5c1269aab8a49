using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Alys.Platform;

/// <summary>
/// What bin/bench compares pages with: the same host, sign-in check and compression, a given body and so many raw ADO queries, nothing else.
/// There only in bench mode.
/// </summary>
internal static class BareEndpoint
{
    private static readonly ConcurrentDictionary<string, byte[]> Bodies = new(StringComparer.Ordinal);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var options = routes.ServiceProvider.GetRequiredService<PlatformOptions>();
        if (!options.Bench) return;
        var engine = routes.ServiceProvider.GetRequiredService<StorageEngine>();
        routes.MapGet("/bench/bare/{name:regex(^[a-z-]+$)}", (HttpContext context, string name, int queries) => Get(context, engine, options, name, queries)).WithMetadata(new SignedInAttribute());
        routes.MapPost("/bench/bare", Post).WithMetadata(new SignedInAttribute());
    }

    private static async Task Get(HttpContext context, StorageEngine engine, PlatformOptions options, string name, int queries)
    {
        var body = Bodies.GetOrAdd(name, x => File.ReadAllBytes(Path.Combine(options.Data, "bench", x + ".html")));
        if (queries > 0)
        {
            await using var connection = engine.Open();
            await using var command = Query(connection);
            for (var i = 0; i < queries; i++)
            {
                await using var rows = await command.ExecuteReaderAsync(context.RequestAborted);
                while (await rows.ReadAsync(context.RequestAborted)) rows.GetString(0);
            }
        }
        context.Response.ContentType = "text/html; charset=utf-8";
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }

    private static async Task Post(HttpContext context)
    {
        await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
        context.Response.Headers.ContentEncoding = "identity";
        await context.Response.WriteAsync("""{"saved":[1],"late":[],"refused":[],"left":1,"now":1,"state":"Running"}""", context.RequestAborted);
    }

    private static DbCommand Query(DbConnection connection)
    {
        var command = connection.CreateCommand();
        command.CommandText = """select "Kind", "ScopeId", "Last" from platform_numbers where "Kind" = @kind""";
        var kind = command.CreateParameter();
        (kind.ParameterName, kind.Value) = ("kind", "institution.unit");
        command.Parameters.Add(kind);
        return command;
    }
}
