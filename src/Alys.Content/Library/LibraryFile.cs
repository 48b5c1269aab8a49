namespace Alys.Content.Library;

/// <summary>Sends the file of a record to whoever may read teaching materials, by ranges where asked, always as a download.</summary>
internal static class LibraryFile
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/content/library/file/{no:int}", Send).WithMetadata(new NeedsAttribute(Rights.Read, Rights.Library));

    private static async Task Send(int no, HttpContext context, Db db, Files files, TimeProvider time)
    {
        var today = DateOnly.FromDateTime(Texts.Local(time.GetUtcNow().UtcDateTime));
        var resource = await db.Resources.AsNoTracking().Include(r => r.Withdrawal).FirstOrDefaultAsync(r => r.No == no, context.RequestAborted);
        if (resource is not { FileHash: { } hash } || !resource.IsElectronicOn(today))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        var result = files.Send(hash, "application/octet-stream", resource.FileName);
        await result.ExecuteResultAsync(new ActionContext(context, context.GetRouteData(), new Microsoft.AspNetCore.Mvc.Abstractions.ActionDescriptor()));
    }
}
