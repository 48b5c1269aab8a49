using Alys.Content.Media;
using Alys.Content.Packs;
using Alys.Content.Text;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Alys.Content.Recordings;

/// <summary>Makes the rungs of the recordings that wait for it, one after another. What was interrupted goes on with the first rung that is not there yet.</summary>
internal sealed partial class ConvertRecordings(Acts acts, Files files, Ffmpeg ffmpeg, ContentOptions options, IHostApplicationLifetime life, ILogger<ConvertRecordings> log) : IJobRun
{
    // A segment of the ladder can't be larger than the recording is long; this only stops what has gone mad.
    private const long MaxBytes = 4_000_000_000;

    public async Task Run(CancellationToken ct)
    {
        if (!ffmpeg.IsThere) return;
        using var until = CancellationTokenSource.CreateLinkedTokenSource(ct, life.ApplicationStopping);
        while (await Next(until.Token) is { } media) await Convert(media, until.Token);
    }

    // The timetable runs this job once at a time, also among several servers; so what is running now was interrupted.
    private Task<StoredMedia?> Next(CancellationToken ct) => acts.Run(Reader.System, async act =>
    {
        var conversion = await act.Db.Conversions.Where(c => c.State == ConversionState.Waiting || c.State == ConversionState.Running).OrderBy(c => c.AskedAt).FirstOrDefaultAsync(act.Ct);
        if (conversion is null) return null;
        conversion.Attempts++;
        (conversion.State, conversion.StartedAt) = (ConversionState.Running, act.Now);
        return await act.Db.Media.AsNoTracking().FirstAsync(m => m.Id == conversion.MediaId, act.Ct);
    }, ct);

    private async Task Convert(StoredMedia media, CancellationToken ct)
    {
        var folder = Directory.CreateTempSubdirectory("alys-recording-");
        try
        {
            var attempts = await acts.Read(db => db.Conversions.Where(c => c.MediaId == media.Id).Select(c => c.Attempts).FirstOrDefaultAsync(ct));
            if (attempts > Conversion.MostAttempts) throw new FfmpegException("The program was ended during each attempt");
            var (facts, _) = await ffmpeg.Probe(files.PathOf(media.Hash), ct);
            if (facts.Milliseconds > options.RecordingMinutes * 60_000L) throw new FfmpegException("Too long");
            await Ladder(media, facts, folder.FullName, ct);
            await End(media, ConversionState.Done, facts, ct);
        }
        catch (StoppedException)
        {
            // Whoever stopped it has written so.
        }
        catch (Exception wrong) when (wrong is FfmpegException or InvalidDataException or ImageNotReadException or Refusal or System.Text.Json.JsonException)
        {
            Failed(log, wrong, media.FileName, media.Id);
            await End(media, ConversionState.Failed, null, ct);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task Ladder(StoredMedia media, RecordingFacts facts, string folder, CancellationToken ct)
    {
        var made = await acts.Read(db => db.MediaRungs.AsNoTracking().Where(r => r.MediaId == media.Id).ToDictionaryAsync(r => r.Rung, ct));
        var all = Recipes.For(facts).ToList();
        foreach (var (index, rung) in all.Index())
        {
            if (made.ContainsKey(rung)) continue;
            var told = DateTime.MinValue;
            var place = Path.Combine(folder, rung + ".out");
            await ffmpeg.Convert(Input(rung, media, facts, made), [.. Recipes.Output(rung, facts), "file:" + place], TimeSpan.FromMinutes(options.RecordingMinutes * 2), async at =>
            {
                if (DateTime.UtcNow - told < TimeSpan.FromSeconds(2)) return;
                told = DateTime.UtcNow;
                var part = facts.Milliseconds == 0 ? 0 : Math.Min(1, at.TotalMilliseconds / facts.Milliseconds);
                await Tell(media, (int)((index + part) * 100 / all.Count), ct);
            }, ct);
            made[rung] = await Keep(media, rung, place, ct);
            await Tell(media, (index + 1) * 100 / all.Count, ct);
        }
    }

    private string[] Input(Rung rung, StoredMedia media, RecordingFacts facts, Dictionary<Rung, MediaRung> made)
    {
        if (Recipes.PackedFrom(rung) is { } from) return ["-i", "file:" + files.PathOf(made[from].Hash)];
        // The first picture is often black.
        var start = rung == Rung.Poster ? Math.Min(5.0, facts.Milliseconds / 10_000.0) : 0;
        return ["-ss", start.ToString("0.###", CultureInfo.InvariantCulture), "-t", (options.RecordingMinutes * 60).ToString(CultureInfo.InvariantCulture), "-i", "file:" + files.PathOf(media.Hash)];
    }

    private async Task<MediaRung> Keep(StoredMedia media, Rung rung, string place, CancellationToken ct)
    {
        var made = rung == Rung.Poster ? await Poster(media, place, ct) : await File(media, rung, place, ct);
        await acts.Run(Reader.System, async act =>
        {
            if (!await act.Db.Media.AnyAsync(m => m.Id == media.Id, act.Ct)) throw new StoppedException();
            act.Db.Add(made);
        }, ct);
        return made;
    }

    private async Task<MediaRung> Poster(StoredMedia media, string place, CancellationToken ct)
    {
        var picture = LightImages.Poster(await System.IO.File.ReadAllBytesAsync(place, ct));
        var stored = await files.Put(new MemoryStream(picture.Bytes), MaxBytes, ct);
        return new MediaRung { MediaId = media.Id, Rung = Rung.Poster, Hash = stored.Hash, Bytes = stored.Length, Width = picture.Width, Height = picture.Height };
    }

    private async Task<MediaRung> File(StoredMedia media, Rung rung, string place, CancellationToken ct)
    {
        await using var file = System.IO.File.OpenRead(place);
        var stored = await files.Put(file, MaxBytes, ct);
        var (facts, _) = await ffmpeg.Probe(place, ct);
        if (rung > Rung.High) return new MediaRung { MediaId = media.Id, Rung = rung, Hash = stored.Hash, Bytes = stored.Length, Width = facts.Width, Height = facts.Height, Milliseconds = facts.Milliseconds };
        file.Position = 0;
        var segments = await Segments.Read(file, ct);
        return new MediaRung
        {
            MediaId = media.Id, Rung = rung, Hash = stored.Hash, Bytes = stored.Length, Width = facts.Width, Height = facts.Height, Milliseconds = (long)(segments.Seconds * 1000),
            Playlist = segments.Playlist(MediaRung.NameOf(stored.Hash, rung)), Bandwidth = segments.Bandwidth, Codecs = segments.Codecs,
        };
    }

    private async Task Tell(StoredMedia media, int percent, CancellationToken ct)
    {
        var isOn = await acts.Run(Reader.System, act => act.Db.Conversions.Where(c => c.MediaId == media.Id && c.State == ConversionState.Running).ExecuteUpdateAsync(set => set.SetProperty(c => c.Percent, percent), act.Ct), ct);
        if (isOn == 0) throw new StoppedException();
    }

    private Task End(StoredMedia media, ConversionState state, RecordingFacts? facts, CancellationToken ct) => acts.Run(Reader.System, async act =>
    {
        if (await act.Db.Conversions.FirstOrDefaultAsync(c => c.MediaId == media.Id && c.State == ConversionState.Running, act.Ct) is not { } conversion) return;
        var stored = await act.Db.Media.FirstAsync(m => m.Id == media.Id, act.Ct);
        (conversion.State, conversion.EndedAt) = (state, act.Now);
        if (facts is not null)
        {
            stored.Milliseconds = facts.Milliseconds > 0 ? facts.Milliseconds : await act.Db.MediaRungs.Where(r => r.MediaId == media.Id).MaxAsync(r => (long?)r.Milliseconds, act.Ct);
            stored.Kind = facts.HasVideo ? MediaKind.Video : MediaKind.Audio;
        }
        var pack = await act.Db.Packs.FirstAsync(p => p.Id == media.PackId, act.Ct);
        act.Wrote(state == ConversionState.Done ? "content.media.converted" : "content.media.not-converted", stored, pack.Scope, after: new { stored.No, stored.FileName, stored.Milliseconds });
    }, ct);

    [LoggerMessage(LogLevel.Warning, "The recording {File} ({Media}) was not converted")]
    private static partial void Failed(ILogger log, Exception wrong, string file, Guid media);

    private sealed class StoppedException : Exception;
}
