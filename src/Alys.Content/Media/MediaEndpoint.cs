using Alys.Content.Recordings;

namespace Alys.Content.Media;

/// <summary>Sends stored files, and what was made of them, to whoever <see cref="MediaReach">may have them</see>.</summary>
internal static class MediaEndpoint
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/content/media/{key:length(16)}/{variant?}", Send).WithMetadata(new NeedsAttribute(Rights.Read));
    }

    private static readonly string[] Playlists = ["main.m3u8", .. Enum.GetValues<Rung>().Select(MediaRung.PlaylistOf)];

    private static async Task Send(string key, string? variant, HttpContext context, Db db, Files files)
    {
        var media = await MediaReach.Find(db, context.Reader(), key, context.RequestAborted);
        if (media is { IsRecording: true } && variant is { Length: 6 } && variant.EndsWith(".vtt", StringComparison.Ordinal))
        {
            var language = variant[..2];
            await SendText(await db.MediaCaptions.Where(c => c.MediaId == media.Id && c.Language == language).Select(c => c.Vtt).FirstOrDefaultAsync(context.RequestAborted), "text/vtt; charset=utf-8", context);
            return;
        }
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
            ({ AvifHash: { } avif }, null) when TakesAvif(context) => files.Send(avif, "image/avif"),
            ({ LightHash: { } light }, null) => files.Send(light, "image/webp"),
            ({ FullHash: { } full }, "full") => files.Send(full, "image/webp"),
            (_, null or "original") => files.Send(media.Hash, media.ContentType, media.IsPicture ? null : media.FileName),
            _ => null,
        };
        // The same address is AVIF to a browser that takes it: a picture pressed in a text is one request, not a choice of sources.
        if (media is { AvifHash: not null } && variant is null) context.Response.Headers.Vary = "Accept";
        if (result is null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        await result.ExecuteResultAsync(new ActionContext(context, context.GetRouteData(), new Microsoft.AspNetCore.Mvc.Abstractions.ActionDescriptor()));
    }

    private static bool TakesAvif(HttpContext context) => context.Request.Headers.Accept.ToString().Contains("image/avif", StringComparison.Ordinal);

    private static Task<List<MediaRung>> Rungs(Db db, StoredMedia media, CancellationToken ct) => db.MediaRungs.AsNoTracking().Where(r => r.MediaId == media.Id).ToListAsync(ct);

    private static async Task SendPlaylist(StoredMedia media, string name, HttpContext context, Db db)
    {
        var rungs = await Rungs(db, media, context.RequestAborted);
        var playlist = name == "main.m3u8" ? rungs.Exists(r => r.IsLadder) ? MediaRung.Ladder(rungs) : null : rungs.Find(r => MediaRung.PlaylistOf(r.Rung) == name)?.Playlist;
        await SendText(playlist, "application/vnd.apple.mpegurl", context);
    }

    // What stands under these names may change.
    private static async Task SendText(string? text, string type, HttpContext context)
    {
        if (text is null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        context.Response.Headers.CacheControl = "private, no-cache";
        context.Response.ContentType = type;
        await context.Response.WriteAsync(text, context.RequestAborted);
    }
}
