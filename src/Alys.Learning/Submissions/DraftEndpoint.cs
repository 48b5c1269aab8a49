using Alys.Learning.Courses;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Alys.Learning.Submissions;

/// <summary>Saving a draft by script: 204 with the new revision after the durable commit, 409 where a newer draft is there.</summary>
internal static class DraftEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/s/{s:int}/u/{u:int}/answer/draft", Keep).WithMetadata(new NeedsAttribute(Rights.Study));

    private static async Task<IResult> Keep(HttpContext context, int s, int u)
    {
        var services = context.RequestServices;
        var ct = context.RequestAborted;
        if (!context.Request.HasFormContentType || !await services.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context)) return Results.BadRequest();
        var form = await context.Request.ReadFormAsync(ct);
        var text = form["Text"].ToString().ReplaceLineEndings("\n").Replace("\0", "", StringComparison.Ordinal);
        if (text.Length > SubmissionVersion.MaxText || !int.TryParse(form["Revision"], CultureInfo.InvariantCulture, out var revision)) return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        var db = services.GetRequiredService<Db>();
        var reader = context.Reader();
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        if (await services.GetRequiredService<CourseQueries>().Find(db, s, reader, now) is not { PackId: { } pack } course || !course.IsStudiedBy(reader)) return Results.NotFound();
        var unit = await db.Set<Content.PublishedUnitRow>().Where(x => x.PackId == pack && x.No == u && x.Kind == Content.UnitKind.Task).Select(x => (Guid?)x.Id).FirstOrDefaultAsync(ct);
        if (unit is null) return Results.NotFound();
        if (await services.GetRequiredService<DraftDesk>().Keep(reader, course.Id, unit.Value, text, revision, now, context.From(), ct) is not { } kept) return Results.Conflict();
        context.Response.Headers["x-revision"] = kept.ToString(CultureInfo.InvariantCulture);
        return Results.NoContent();
    }
}
