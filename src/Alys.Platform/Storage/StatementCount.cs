using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Alys.Platform;

/// <summary>Counts the SQL statements of a request, for bin/bench and the tests of the statement budget.</summary>
internal sealed class StatementCount : DbCommandInterceptor
{
    private static readonly AsyncLocal<int[]?> Current = new();

    public static async Task Middleware(HttpContext context, RequestDelegate next)
    {
        var count = Current.Value = [0];
        context.Response.OnStarting(() => { context.Response.Headers["X-Statements"] = count[0].ToString(CultureInfo.InvariantCulture); return Task.CompletedTask; });
        await next(context);
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        if (Current.Value is { } count) Interlocked.Increment(ref count[0]);
        return new(result);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (Current.Value is { } count) Interlocked.Increment(ref count[0]);
        return new(result);
    }
}
