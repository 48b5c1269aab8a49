using Alys.Content.Packs;
using Alys.Content.Recordings;
using Alys.Content.Reviews;
using Alys.Enrolment;

namespace Alys.Content.Media;

/// <summary>Sends stored files to whoever may read a pack that holds them: its authors and reviewers, the staff of the institution, the people of a course on its subject.</summary>
internal static class MediaEndpoint
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/content/media/{key:length(16)}/{variant?}", Send).WithMetadata(new NeedsAttribute(Rights.Read));
    }

    private static readonly string[] Playlists = ["main.m3u8", .. Enum.GetValues<Rung>().Select(MediaRung.PlaylistOf)];

    private static async Task Send(string key, string? variant, HttpContext context, Db db, Files files)
    {
        var media = await (from stored in db.Media.AsNoTracking()
                           join pack in ReadablePacks(db, context.Reader(), await ReviewReach.Of(db, context.Reader(), context.RequestAborted)) on stored.PackId equals pack.Id
                           where stored.Key == key
                           select stored).FirstOrDefaultAsync(context.RequestAborted);
        if (media is { IsRecording: true } && Playlists.Contains(variant))
        {
            await SendPlaylist(media, variant!, context, db);
            return;
        }
        var rung = media is { IsRecording: true } && variant is { Length: > StoredMedia.KeyLength } ? (await Rungs(db, media, context.RequestAborted)).Find(r => r.Name == variant) : null;
        var result = (media, variant) switch
        {
            (null, _) => null,
            (_, _) when rung is not null => files.Send(rung.Hash, rung.ContentType),
            ({ LightHash: { } light }, null) => files.Send(light, "image/webp"),
            ({ FullHash: { } full }, "full") => files.Send(full, "image/webp"),
            (_, null or "original") => files.Send(media.Hash, media.ContentType, media.IsPicture ? null : media.FileName),
            _ => null,
        };
        if (result is null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        await result.ExecuteResultAsync(new ActionContext(context, context.GetRouteData(), new Microsoft.AspNetCore.Mvc.Abstractions.ActionDescriptor()));
    }

    private static Task<List<MediaRung>> Rungs(Db db, StoredMedia media, CancellationToken ct) => db.MediaRungs.AsNoTracking().Where(r => r.MediaId == media.Id).ToListAsync(ct);

    private static async Task SendPlaylist(StoredMedia media, string name, HttpContext context, Db db)
    {
        var rungs = await Rungs(db, media, context.RequestAborted);
        var playlist = name == "main.m3u8" ? rungs.Exists(r => r.IsLadder) ? MediaRung.Ladder(rungs) : null : rungs.Find(r => MediaRung.PlaylistOf(r.Rung) == name)?.Playlist;
        if (playlist is null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        // A later conversion would make other segments under this name.
        context.Response.Headers.CacheControl = "private, no-cache";
        context.Response.ContentType = "application/vnd.apple.mpegurl";
        await context.Response.WriteAsync(playlist, context.RequestAborted);
    }

    private static IQueryable<Pack> ReadablePacks(Db db, Reader reader, ReviewReach reach)
    {
        var all = db.Packs.VisibleTo(reader, new([.. Pack.ToReaders.Rules, .. reach.ToAll.Rules]));
        var groups = reader.ScopesOf(Rights.Read, ScopeKinds.Group);
        var courses = reader.ScopesOf(Rights.Read, ScopeKinds.Course);
        if (groups.Length + courses.Length == 0) return all;
        return db.Packs.Where(p => all.Any(a => a.Id == p.Id)
            || db.Set<CourseRow>().Any(c => c.SubjectId == p.SubjectId && (groups.Contains(c.GroupId) || courses.Contains(c.Id))));
    }
}
