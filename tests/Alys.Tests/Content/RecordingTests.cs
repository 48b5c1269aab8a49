using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using Alys.Content;
using Alys.Content.Recordings;
using Alys.Platform;

namespace Alys.Tests.Content;

/// <summary>Recordings through ffmpeg: the ladder for thin lines, its progress, and what is refused.</summary>
public sealed class RecordingTests(RecordingHost alys) : IClassFixture<RecordingHost>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AVideoGetsItsLadderItsPlainFilesAndALightPoster()
    {
        var (saule, pack) = await MediaWorld.NewPack(alys, "Видео");
        var page = await MediaWorld.Store(saule, pack, "lecture.mp4", await MediaWorld.Video(640, 480, 20));
        Assert.Contains("0:20", page.Text);
        page = await Converted(saule, pack, 1);
        Assert.Equal(["Sound", "Slides", "Low", "High", "SoundFile", "VideoFile", "Poster"], page.Document.QuerySelectorAll("tr[data-rung]").Select(r => r.GetAttribute("data-rung")));
        var rungs = await Rungs("lecture.mp4");
        Assert.All(rungs.Values, r => Assert.InRange(Kilobits(r), 0, r.Rung switch { Rung.Sound or Rung.SoundFile => 34, Rung.Slides => 48, Rung.Low or Rung.VideoFile => 175, _ => 560 }));
        Assert.Equal((320, 240), (rungs[Rung.Low].Width, rungs[Rung.Low].Height));
        Assert.Equal(480, rungs[Rung.High].Height);
        Assert.InRange(rungs[Rung.Poster].Bytes, 100, 6000);

        var address = "/content/media/" + await alys.Read(db => db.Media.Where(m => m.FileName == "lecture.mp4").Select(m => m.Key).FirstAsync(Ct));
        var ladder = await saule.Http.GetStringAsync(address + "/main.m3u8", Ct);
        Assert.Equal(["slides.m3u8", "low.m3u8", "high.m3u8", "sound.m3u8"], ladder.Split('\n').Where(l => l.EndsWith(".m3u8", StringComparison.Ordinal)));
        Assert.Contains("CODECS=\"avc1.4d", ladder);
        await TheSegmentsFillTheFile(saule, address, "low.m3u8", rungs[Rung.Low]);
        await TheSegmentsFillTheFile(saule, address, "sound.m3u8", rungs[Rung.Sound]);

        // Learners of the institution reach it as they reach the pack; a stranger doesn't, and a foreign name leads nowhere.
        using var stranger = await alys.Stranger().Http.GetAsync(address + "/main.m3u8", Ct);
        Assert.NotEqual(HttpStatusCode.OK, stranger.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await saule.Get(address + "/other.m3u8")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await saule.Get(address + "/0123456789abcdef.mp4")).Status);
    }

    private static async Task TheSegmentsFillTheFile(Visitor visitor, string address, string playlist, MediaRung rung)
    {
        var lines = (await visitor.Http.GetStringAsync($"{address}/{playlist}", Ct)).Split('\n');
        var ranges = lines.Where(l => l.StartsWith("#EXT-X-BYTERANGE:", StringComparison.Ordinal)).Select(l => l["#EXT-X-BYTERANGE:".Length..].Split('@').Select(long.Parse).ToArray()).ToList();
        Assert.True(ranges.Count >= 2);
        Assert.InRange(lines.Where(l => l.StartsWith("#EXTINF:", StringComparison.Ordinal)).Sum(l => double.Parse(l["#EXTINF:".Length..].TrimEnd(','), CultureInfo.InvariantCulture)), 19.5, 20.7);
        foreach (var range in ranges)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"{address}/{rung.Name}");
            request.Headers.Range = new RangeHeaderValue(range[1], range[1] + range[0] - 1);
            using var answer = await visitor.Http.SendAsync(request, Ct);
            Assert.Equal(HttpStatusCode.PartialContent, answer.StatusCode);
            Assert.Contains("immutable", answer.Headers.CacheControl!.ToString());
            var bytes = await answer.Content.ReadAsByteArrayAsync(Ct);
            Assert.Equal("moof", System.Text.Encoding.ASCII.GetString(bytes, 4, 4));
        }
    }

    [Fact]
    public async Task ASmallPictureIsNotBlownUpAndASoundHasNoPictures()
    {
        var (saule, pack) = await MediaWorld.NewPack(alys, "Малое");
        await MediaWorld.Store(saule, pack, "small.mp4", await MediaWorld.Video(160, 120, 2, isSilent: true));
        await MediaWorld.Store(saule, pack, "voice.mp3", await MediaWorld.Sound());
        var page = await Converted(saule, pack, 1);
        Assert.Equal(["Slides", "Low", "VideoFile", "Poster"], page.Document.QuerySelectorAll("tr[data-rung]").Select(r => r.GetAttribute("data-rung")));
        Assert.Equal(120, (await Rungs("small.mp4"))[Rung.Low].Height);
        page = await Converted(saule, pack, 2);
        Assert.Equal(["Sound", "SoundFile"], page.Document.QuerySelectorAll("tr[data-rung]").Select(r => r.GetAttribute("data-rung")));
    }

    [Fact]
    public async Task HostileAndMislabelledFilesAreRefusedInASentence()
    {
        var (saule, pack) = await MediaWorld.NewPack(alys, "Чужое");
        var playlist = "#EXTM3U\n#EXT-X-TARGETDURATION:5\n#EXTINF:5,\nfile:///etc/passwd\n#EXT-X-ENDLIST\n"u8.ToArray();
        foreach (var (name, bytes, words) in new (string, byte[], string)[]
        {
            ("list.mp4", playlist, "не видео и не звук"), ("concat.mkv", "ffconcat version 1.0\nfile /etc/passwd\n"u8.ToArray(), "не видео и не звук"),
            ("text.mp3", "просто слова"u8.ToArray(), "не видео и не звук"), ("sound.mkv", await MediaWorld.Sound(), "не соответствует имени"),
        })
        {
            var page = await MediaWorld.Store(saule, pack, name, bytes);
            Assert.Equal((name, HttpStatusCode.UnprocessableEntity), (name, page.Status));
            Assert.Contains(words, page.Document.QuerySelector("#errors")!.TextContent);
            Assert.DoesNotContain("Invalid data", page.Html);
        }
        Assert.Empty((await saule.Get($"/content/media/list/{pack}")).Document.QuerySelectorAll("tr[data-media]"));
    }

    [Fact]
    public async Task WhatWasInterruptedGoesOnAndKeepsWhatWasReadyAndWhatIsStoppedStaysStopped()
    {
        var (saule, pack) = await MediaWorld.NewPack(alys, "Перерыв");
        await MediaWorld.Store(saule, pack, "cut.mp4", await MediaWorld.Video(160, 120, 3));
        await Converted(saule, pack, 1);
        var id = await Id("cut.mp4");
        var before = await Rungs("cut.mp4");

        // As a server that was switched off leaves it: running, with one rung ready that is told from a new one by its name.
        await alys.Act(async act =>
        {
            await act.Db.MediaRungs.Where(r => r.MediaId == id && r.Rung != Rung.Sound).ExecuteDeleteAsync(act.Ct);
            await act.Db.MediaRungs.Where(r => r.MediaId == id).ExecuteUpdateAsync(set => set.SetProperty(r => r.Milliseconds, 4321L), act.Ct);
            return await act.Db.Conversions.Where(c => c.MediaId == id).ExecuteUpdateAsync(set => set.SetProperty(c => c.State, ConversionState.Running), act.Ct);
        });
        await Converted(saule, pack, 1);
        var after = await Rungs("cut.mp4");
        Assert.Equal(before.Keys.Order(), after.Keys.Order());
        Assert.Equal(4321, after[Rung.Sound].Milliseconds);

        await alys.Act(act => act.Db.Conversions.Where(c => c.MediaId == id).ExecuteUpdateAsync(set => set.SetProperty(c => c.State, ConversionState.Running).SetProperty(c => c.Attempts, Conversion.MostAttempts), act.Ct));
        await Until(id, ConversionState.Failed);
        var page = await (await saule.Get($"/content/media/show/{pack}/1")).Click("Сделать лёгкие варианты");
        await alys.Act(act => act.Db.MediaRungs.Where(r => r.MediaId == id && r.Rung != Rung.Sound).ExecuteDeleteAsync(act.Ct));
        page = await page.Submit("main form");
        Assert.NotNull(page.Document.QuerySelector("#conversion"));
        await saule.Get($"/content/media/stop/{pack}/1");
        await (await saule.Get($"/content/media/stop/{pack}/1")).Submit("main form");
        Assert.True(await alys.Read(db => db.Conversions.Where(c => c.MediaId == id).Select(c => c.State).SingleAsync(Ct)) is ConversionState.Stopped or ConversionState.Done);
    }

    private async Task<PageAnswer> Converted(Visitor visitor, int pack, int no)
    {
        var packId = await alys.Read(db => db.Set<PackRow>().Where(p => p.No == pack).Select(p => p.Id).SingleAsync(Ct));
        var id = await alys.Read(db => db.Media.Where(m => m.No == no && m.PackId == packId).Select(m => m.Id).SingleAsync(Ct));
        await Until(id, ConversionState.Done);
        return await visitor.Get($"/content/media/show/{pack}/{no}");
    }

    private Task Until(Guid id, ConversionState state) => AlysHost.Until(() => alys.Read(db => db.Conversions.AnyAsync(c => c.MediaId == id && c.State == state, Ct)));

    private Task<Guid> Id(string file) => alys.Read(db => db.Media.Where(m => m.FileName == file).Select(m => m.Id).SingleAsync(Ct));

    private async Task<Dictionary<Rung, MediaRung>> Rungs(string file)
    {
        var id = await Id(file);
        return await alys.Read(db => db.MediaRungs.AsNoTracking().Where(r => r.MediaId == id).ToDictionaryAsync(r => r.Rung, Ct));
    }

    private static long Kilobits(MediaRung rung) => rung.Milliseconds == 0 ? 0 : rung.Bytes * 8 / rung.Milliseconds;
}

/// <summary>A library without ffmpeg on the server.</summary>
public sealed class NoFfmpegTests(AlysHost alys) : IClassFixture<AlysHost>
{
    [Fact]
    public async Task WithoutFfmpegTheRecordingIsKeptAndThePageNamesTheSetting()
    {
        var (saule, pack) = await MediaWorld.NewPack(alys, "Без программы");
        var video = await MediaWorld.Video(64, 48, 1);
        var page = await MediaWorld.Store(saule, pack, "lecture.mp4", video);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("ALYS_CONTENT__FFMPEG", page.Document.QuerySelector("#no-ffmpeg")!.TextContent);
        var original = page.Document.QuerySelectorAll("a[download]").First(a => a.TextContent == "Исходный файл").GetAttribute("href")!;
        Assert.Equal(video, await saule.Http.GetByteArrayAsync(original, TestContext.Current.CancellationToken));
    }
}

/// <summary>Small recordings, made by ffmpeg itself, and the steps that bring them into a library.</summary>
internal static class MediaWorld
{
    public static Task<byte[]> Video(int width, int height, int seconds, bool isSilent = false) => Make(".mp4",
    [
        "-f", "lavfi", "-i", string.Create(CultureInfo.InvariantCulture, $"testsrc=size={width}x{height}:rate=10:duration={seconds}"),
        .. isSilent ? Array.Empty<string>() : ["-f", "lavfi", "-i", string.Create(CultureInfo.InvariantCulture, $"sine=frequency=300:duration={seconds}")],
        "-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p", "-c:a", "aac", "-movflags", "+faststart",
    ]);

    public static Task<byte[]> Sound() => Make(".mp3", ["-f", "lavfi", "-i", "sine=frequency=300:duration=2"]);

    private static async Task<byte[]> Make(string extension, string[] arguments)
    {
        var place = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N") + extension);
        using var process = Process.Start(new ProcessStartInfo("ffmpeg", ["-v", "error", "-nostdin", .. arguments, place]))!;
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, process.ExitCode);
        var bytes = await File.ReadAllBytesAsync(place, TestContext.Current.CancellationToken);
        File.Delete(place);
        return bytes;
    }

    public static async Task<PageAnswer> Store(Visitor visitor, int pack, string name, byte[] content, Dictionary<string, string>? form = null) =>
        await (await visitor.Get($"/content/media/store/{pack}")).Submit("main form", form ?? new() { ["Form.Licence"] = "CC-BY-4.0" }, files: new() { ["Upload"] = (name, content) });

    public static async Task<(Visitor Saule, int Pack)> NewPack(AlysHost alys, string title)
    {
        var saule = await alys.SignIn("saule");
        await saule.Get("/language/ru?to=/content/packs");
        var page = await saule.Get("/content/packs/new");
        var subject = page.Document.QuerySelectorAll("select[name=SubjectNo] option").First(o => o.TextContent.Contains("db", StringComparison.OrdinalIgnoreCase)).GetAttribute("value")!;
        page = await page.Submit("main form", new() { ["SubjectNo"] = subject, ["Language"] = "ru", ["Title"] = title });
        return (saule, int.Parse(page.Url.Segments[^1], CultureInfo.InvariantCulture));
    }
}
