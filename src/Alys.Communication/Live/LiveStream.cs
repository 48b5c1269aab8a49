using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using Alys.Communication.Courses;
using Alys.Communication.Forum;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;

namespace Alys.Communication.Live;

/// <summary>
/// The one live stream of a browser: its person's notices and, where it watches a thread, that thread's new posts. The id of an event is the
/// number of the last notice and, after a full stop, of the last post sent; from it the stream goes on exactly where it broke.
/// </summary>
internal sealed class LiveStream(Acts acts, Pulses pulses, CommunicationOptions options, HtmlEncoder encoder, IHostApplicationLifetime life)
{
    private const int MostAtOnce = 100;
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull };

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/live", async (HttpContext context, LiveStream live, int? s, int? t, int? p) =>
        {
            var (reader, texts) = (context.Reader(), context.Texts());
            var watched = s is { } course && t is { } thread ? await live.Find(reader, course, thread, context.RequestAborted) : null;
            if (s is not null && watched is null) return Results.NotFound();
            var place = Place.Parse(context.Request.Headers["Last-Event-ID"]) ?? new Place(null, p ?? 0);
            return TypedResults.ServerSentEvents(live.Run(reader, texts, watched, place, context.RequestAborted));
        }).WithMetadata(new SignedInAttribute());

    private Task<Watched?> Find(Reader reader, int course, int thread, CancellationToken ct) => acts.Read(db =>
        (from x in db.Threads
         join c in db.CoursesFor(reader) on x.CourseId equals c.Id
         where c.No == course && x.No == thread
         select new Watched(x.Id, c.Id)).FirstOrDefaultAsync(ct));

    internal async IAsyncEnumerable<SseItem<string>> Run(Reader reader, Texts texts, Watched? watched, Place place, [EnumeratorCancellation] CancellationToken ct)
    {
        var until = DateTime.UtcNow.AddMinutes(options.StreamMinutes);
        place = place.Notice is null ? place with { Notice = await acts.Read(db => db.Notices.Where(n => n.PersonId == reader.PersonId).MaxAsync(n => (int?)n.No, ct)) ?? 0 } : place;
        var told = -1;
        while (DateTime.UtcNow < until && !life.ApplicationStopping.IsCancellationRequested)
        {
            // Taken before reading, so that nothing falls between.
            var woken = Woken(reader, watched, ct);
            var (unread, notices) = await acts.Read(async db => (
                await db.Notices.CountAsync(n => n.PersonId == reader.PersonId && n.ReadAt == null, ct),
                await db.Notices.AsNoTracking().Where(n => n.PersonId == reader.PersonId && n.No > place.Notice).OrderBy(n => n.No).Take(MostAtOnce).ToListAsync(ct)));
            foreach (var notice in notices)
            {
                place = place with { Notice = notice.No };
                yield return Event("notice", JsonSerializer.Serialize(new Told(unread, notice.In(texts), $"/communication/notices/{notice.No}"), Json), place);
            }
            if (notices.Count == 0 && unread != told) yield return Event("notice", JsonSerializer.Serialize(new Told(unread, null, null), Json), place);
            told = unread;
            var more = notices.Count == MostAtOnce;
            if (watched is not null)
            {
                var posts = await acts.Read(db => PostView.Range(db, watched.CourseId, watched.ThreadId, place.Post + 1, place.Post + MostAtOnce).ToListAsync(ct).AsTask());
                more |= posts.Count == MostAtOnce;
                foreach (var post in posts)
                {
                    place = place with { Post = post.No };
                    yield return Event("part", post.Html(reader, texts, encoder), place);
                }
            }
            if (!more && !await woken) yield return new SseItem<string>("", "beat");
        }
    }

    /// <summary>False when nothing came within the heartbeat. A stopping program wakes everyone, so that open streams do not keep it.</summary>
    private async Task<bool> Woken(Reader reader, Watched? watched, CancellationToken ct)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(ct, life.ApplicationStopping);
        var beat = Task.Delay(TimeSpan.FromSeconds(options.HeartbeatSeconds), over.Token);
        var notices = pulses.Wait(Notice.Topic(reader.PersonId), over.Token);
        var posts = watched is null ? notices : pulses.Wait(ForumThread.Topic(watched.ThreadId), over.Token);
        var first = await Task.WhenAny(beat, notices, posts);
        await over.CancelAsync();
        ct.ThrowIfCancellationRequested();
        return first != beat || life.ApplicationStopping.IsCancellationRequested;
    }

    private static SseItem<string> Event(string type, string data, Place place) => new(data, type) { EventId = place.ToString() };

    internal sealed record Watched(Guid ThreadId, Guid CourseId);

    private sealed record Told(int Unread, string? Text, string? Url);

    /// <summary>Numbers of the last notice and the last post that were sent.</summary>
    internal sealed record Place(int? Notice, int Post)
    {
        public static Place? Parse(string? id)
        {
            var parts = (id ?? "").Split('.');
            if (!int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var notice)) return null;
            return new(notice, parts.Length > 1 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var post) ? post : 0);
        }

        public override string ToString() => Post == 0 ? $"{Notice}" : $"{Notice}.{Post}";
    }
}
