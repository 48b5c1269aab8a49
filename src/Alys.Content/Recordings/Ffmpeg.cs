using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace Alys.Content.Recordings;

/// <summary>What a recording is, as ffprobe found it.</summary>
/// <param name="Milliseconds">0 where the file does not say it.</param>
/// <param name="Width">0 where there is no picture.</param>
/// <param name="Height">0 where there is no picture.</param>
internal sealed record RecordingFacts(long Milliseconds, int Width, int Height, bool HasSound)
{
    public bool HasVideo => Width > 0;
}

/// <summary>ffmpeg refused the file or failed; what it said is in the log, never on a page.</summary>
internal sealed class FfmpegException(string said) : Exception(said);

/// <summary>
/// Runs ffmpeg on files that strangers may have made: only local files, only formats of recordings, no more time, memory, pixels and bytes than a lecture needs,
/// an empty environment, nothing on its standard input.
/// </summary>
internal sealed partial class Ffmpeg(ContentOptions options, ILogger<Ffmpeg> log)
{
    // Playlists, concatenations and pictures in numbered files would lead ffmpeg to further files; none of those is here.
    private const string Formats = "mov,matroska,webm,ogg,mp3,wav,flac,aac,avi,mpeg,mpegts,asf";

    private static readonly string[] Guards = ["-protocol_whitelist", "file", "-format_whitelist", Formats];
    private static readonly TimeSpan ProbeTime = TimeSpan.FromSeconds(30);

    private const int MaxOutput = 200_000;

    /// <summary>Both programs are on this machine.</summary>
    public bool IsThere => Found(options.Ffmpeg) is not null && Found(options.Ffprobe) is not null;

    /// <exception cref="FfmpegException">Not a recording of a known format.</exception>
    public async Task<(RecordingFacts Facts, string Format)> Probe(string path, CancellationToken ct)
    {
        var json = await Run(options.Ffprobe, ["-v", "error", "-max_alloc", "500000000", .. Guards, "-print_format", "json",
            "-show_entries", "format=format_name,duration:stream=codec_type,width,height:stream_disposition=attached_pic", "-i", "file:" + path], ProbeTime, null, ct);
        using var document = JsonDocument.Parse(json);
        var streams = document.RootElement.TryGetProperty("streams", out var all) ? all.EnumerateArray().ToList() : [];
        var picture = streams.Find(s => TypeOf(s) == "video" && !IsCover(s));
        var isSeen = picture.ValueKind == JsonValueKind.Object;
        var format = document.RootElement.GetProperty("format");
        var seconds = format.TryGetProperty("duration", out var duration) && double.TryParse(duration.GetString(), CultureInfo.InvariantCulture, out var d) && double.IsFinite(d) ? d : 0;
        var facts = new RecordingFacts((long)(seconds * 1000), isSeen ? Number(picture, "width") : 0, isSeen ? Number(picture, "height") : 0, streams.Exists(s => TypeOf(s) == "audio"));
        if (!facts.HasVideo && !facts.HasSound) throw new FfmpegException("neither picture nor sound");
        return (facts, format.GetProperty("format_name").GetString() ?? "");
    }

    /// <summary>Makes one file of another.</summary>
    /// <param name="input">Options of the input, which ends with its path.</param>
    /// <param name="output">Options of the output, which ends with its path.</param>
    /// <param name="limit">Time after which ffmpeg is ended.</param>
    /// <param name="at">Told now and then how far it has come; null: nobody asks.</param>
    /// <param name="ct">Ends ffmpeg.</param>
    /// <exception cref="FfmpegException">It failed or took too long.</exception>
    public Task Convert(IReadOnlyList<string> input, IReadOnlyList<string> output, TimeSpan limit, Func<TimeSpan, Task>? at, CancellationToken ct) =>
        Run(options.Ffmpeg, ["-hide_banner", "-nostdin", "-y", "-v", "error", "-max_alloc", "1000000000", "-progress", "pipe:1", "-stats_period", "1", "-threads", Threads, .. Guards, "-max_pixels", "40000000", .. input,
            "-map_metadata", "-1", "-map_chapters", "-1", "-sn", "-dn", "-threads", Threads, "-fs", "4000000000", .. output], limit, at, ct);

    private string Threads => options.FfmpegThreads.ToString(CultureInfo.InvariantCulture);

    private async Task<string> Run(string program, IReadOnlyList<string> arguments, TimeSpan limit, Func<TimeSpan, Task>? at, CancellationToken ct)
    {
        var start = new ProcessStartInfo(Found(program) ?? throw new FfmpegException("There is no " + program), arguments)
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = Path.GetTempPath(),
        };
        start.Environment.Clear();
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limited.CancelAfter(limit);
        using var process = Process.Start(start)!;
        try
        {
            process.StandardInput.Close();
            var errors = Drain(process.StandardError, null, limited.Token);
            var output = await Drain(process.StandardOutput, at, limited.Token);
            var said = await errors;
            await process.WaitForExitAsync(limited.Token);
            if (process.ExitCode == 0) return output;
            Failed(log, program, process.ExitCode, said);
            throw new FfmpegException(said);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new FfmpegException($"{program} took longer than {limit}");
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }

    /// <summary>Reads to the end, so that the program never waits for its reader, but keeps only the beginning.</summary>
    private static async Task<string> Drain(StreamReader from, Func<TimeSpan, Task>? at, CancellationToken ct)
    {
        var kept = new System.Text.StringBuilder();
        while (await from.ReadLineAsync(ct) is { } line)
        {
            if (kept.Length < MaxOutput) kept.AppendLine(line.Length > 1000 ? line[..1000] : line);
            if (at is not null && line.StartsWith("out_time_us=", StringComparison.Ordinal) && long.TryParse(line["out_time_us=".Length..], CultureInfo.InvariantCulture, out var microseconds)) await at(TimeSpan.FromMicroseconds(microseconds));
        }
        return kept.ToString();
    }

    private static string? TypeOf(JsonElement stream) => stream.TryGetProperty("codec_type", out var type) ? type.GetString() : null;

    private static bool IsCover(JsonElement stream) => stream.TryGetProperty("disposition", out var disposition) && Number(disposition, "attached_pic") == 1;

    private static int Number(JsonElement of, string name) => of.TryGetProperty(name, out var value) && value.TryGetInt32(out var number) ? number : 0;

    private static string? Found(string program)
    {
        if (program.Length == 0) return null;
        if (program.Contains('/')) return File.Exists(program) ? program : null;
        return (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Where(f => f.Length > 0).Select(f => Path.Combine(f, program)).FirstOrDefault(File.Exists);
    }

    [LoggerMessage(LogLevel.Warning, "{Program} ended with {Code}: {Said}")]
    private static partial void Failed(ILogger log, string program, int code, string said);
}
