namespace Alys.Content.Media;

/// <summary>What a file costs on the line of clause 25, in words.</summary>
internal static class MediaWeight
{
    private const long BytesPerSecond = 50_000 / 8;

    public static long Seconds(long bytes) => Math.Max(1, (bytes + BytesPerSecond - 1) / BytesPerSecond);

    /// <summary>«3 min 12 s at 50 kbit/s»; hours where it takes hours.</summary>
    public static string Wait(Texts t, long bytes) => Seconds(bytes) switch
    {
        < 60 and var s => t["content.weight.seconds", s],
        < 3600 and var s => t["content.weight.minutes", s / 60, s % 60],
        var s => t["content.weight.hours", s / 3600, s % 3600 / 60],
    };

    /// <summary>«1.2 MB, 3 min 12 s at 50 kbit/s».</summary>
    public static string Of(Texts t, long bytes) => t["content.weight", t.Bytes(bytes), Wait(t, bytes)];

    /// <summary>How long it plays: «45:10», «1:02:03».</summary>
    public static string Length(long milliseconds)
    {
        var time = TimeSpan.FromMilliseconds(milliseconds);
        return time.ToString(time.TotalHours >= 1 ? @"h\:mm\:ss" : @"m\:ss", CultureInfo.InvariantCulture);
    }
}
