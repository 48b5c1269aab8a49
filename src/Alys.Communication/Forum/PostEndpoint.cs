using System.Text;
using Alys.Communication.Courses;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Alys.Communication.Forum;

/// <summary>
/// A post sent by script on an open connection: the text as the body, 204 as the answer; the post itself comes to everyone by the live stream.
/// The same key as the page's form bears, so that either way it is written once.
/// </summary>
internal static class PostEndpoint
{
    private const int MostBytes = PostText.Most * 4;

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/s/{s:int}/f/{t:int}/post", async (HttpContext context, int s, int t, IAntiforgery antiforgery, Acts acts) =>
        {
            if (!await antiforgery.IsRequestValidAsync(context)) return Results.BadRequest();
            var key = context.Request.Headers["x-key"].ToString();
            if (key.Length is 0 or > 40) return Results.BadRequest();
            if (context.Request.ContentLength is null or > MostBytes) return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
            using var body = new StreamReader(context.Request.Body, Encoding.UTF8);
            var text = await body.ReadToEndAsync(context.RequestAborted);
            var reader = context.Reader();
            try
            {
                return await acts.Run(reader, async act =>
                {
                    if (await act.FindThread(s, t) is not var (course, thread)) return Results.NotFound();
                    await thread.Reply(act, course, text, key);
                    return Results.NoContent();
                }, context.RequestAborted);
            }
            catch (Refusal refusal)
            {
                return Results.Text(context.Texts().Of(refusal), "text/plain; charset=utf-8", Encoding.UTF8, refusal.Status);
            }
        }).WithMetadata(new NeedsAttribute(Rights.TakePart));

    extension(Act act)
    {
        /// <summary>The thread, to be changed, with its course; null where the reader does not see it.</summary>
        internal async Task<(CourseView, ForumThread)?> FindThread(int s, int t)
        {
            var course = await act.Db.CoursesFor(act.Reader).FirstOrDefaultAsync(c => c.No == s, act.Ct);
            if (course is null) return null;
            var thread = await act.Db.Threads.FirstOrDefaultAsync(x => x.CourseId == course.Id && x.No == t, act.Ct);
            return thread is null ? null : (course, thread);
        }
    }
}
