namespace Alys.Content.Text;

/// <summary>What a download costs on the line that clause 25 asks for: 50 kbit/s.</summary>
internal static class LineWeight
{
    private const int BytesPerSecond = 50_000 / 8;

    public static int Seconds(long bytes) => (int)Math.Max(1, (bytes + BytesPerSecond - 1) / BytesPerSecond);

    /// <summary>«34 КБ · 6 с» in Kazakh and Russian, “34 kB · 6 s” in English; minutes and megabytes where the figures ask for them.</summary>
    public static string Describe(long bytes, string language)
    {
        var english = language == "en";
        var culture = CultureInfo.GetCultureInfo(english ? "en-GB" : "ru-RU");
        var size = bytes < 1_000_000
            ? string.Create(culture, $"{Math.Max(1, (bytes + 500) / 1000)} {(english ? "kB" : "КБ")}")
            : string.Create(culture, $"{bytes / 1_000_000m:0.#} {(english ? "MB" : "МБ")}");
        var seconds = Seconds(bytes);
        var time = seconds < 100
            ? string.Create(culture, $"{seconds} {(english ? "s" : "с")}")
            : string.Create(culture, $"{(seconds + 59) / 60} {(english ? "min" : "мин")}");
        return $"{size} · {time}";
    }
}
