using System.Text;

namespace Alys.Platform;

/// <summary>Texts, dates and numbers of one language, in the institution's time zone. Shared and immutable.</summary>
public sealed class Texts
{
    private readonly TextTable _table;
    private readonly int _index;

    internal Texts(TextTable table, string language)
    {
        (_table, Language) = (table, language);
        _index = language switch { "kk" => 0, "ru" => 1, _ => 2 };
        Culture = CultureInfo.GetCultureInfo(language switch { "kk" => "kk-KZ", "ru" => "ru-KZ", _ => "en-GB" });
    }

    /// <summary>kk, ru or en.</summary>
    public string Language { get; }
    public CultureInfo Culture { get; }

    /// <summary>The institution's time zone; one for the whole program.</summary>
    public static TimeZoneInfo Zone { get; internal set; } = TimeZoneInfo.FindSystemTimeZoneById("Asia/Almaty");

    public string this[string key] => _table.Find(key, _index);

    public string this[string key, params object?[] args] => Format(_table.Find(key, _index), args);

    public string Of(Refusal refusal) => this[refusal.TextKey, refusal.Args];

    /// <summary>A day, as people write it: 2026 ж. 23 қараша; 23 ноября 2026 г.; 23 November 2026.</summary>
    public string Date(DateOnly day) => Language switch
    {
        "kk" => day.ToString("yyyy 'ж.' d MMMM", Culture),
        "ru" => day.ToString("d MMMM yyyy 'г.'", Culture),
        _ => day.ToString("d MMMM yyyy", Culture),
    };

    public string Date(DateTime utc) => Date(DateOnly.FromDateTime(Local(utc)));
    public string Time(DateTime utc) => Local(utc).ToString("HH:mm", Culture);
    public string DateTime(DateTime utc) => $"{Date(utc)}, {Time(utc)}";
    public string Number(double value, int most = 2) => Math.Round(value, most).ToString("#,0." + new string('#', most), Culture);
    public string Number(decimal value) => value.ToString("#,0.##", Culture);
    public string Number(int value) => value.ToString("#,0", Culture);

    /// <summary>Bytes as kB or MB.</summary>
    public string Bytes(long bytes) => bytes < 1024 * 1024
        ? this["platform.kilobytes", Number(Math.Max(1, Math.Round(bytes / 1024.0)))]
        : this["platform.megabytes", Number(bytes / 1024.0 / 1024.0, 1)];

    /// <summary>Seconds that so many bytes take at 50 kbit/s (clause 25), at least one.</summary>
    public string SecondsAt50(long bytes) => this["platform.seconds-at-50", (int)Math.Max(1, Math.Ceiling(bytes / 6250.0))];

    public static DateTime Local(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(System.DateTime.SpecifyKind(utc, DateTimeKind.Utc), Zone);

    /// <summary>The instant of a wall-clock time in the institution's zone.</summary>
    public static DateTime Utc(DateTime local) => TimeZoneInfo.ConvertTimeToUtc(System.DateTime.SpecifyKind(local, DateTimeKind.Unspecified), Zone);

    private string Format(string text, object?[] args)
    {
        if (args.Length == 0) return text;
        var result = new StringBuilder(text.Length + 32);
        for (var i = 0; i < text.Length; i++)
        {
            var end = text[i] == '{' ? text.IndexOf('}', i) : -1;
            if (end < 0 || !char.IsAsciiDigit(text[i + 1])) { result.Append(text[i]); continue; }
            var parts = text[(i + 1)..end].Split(':');
            var arg = int.Parse(parts[0], CultureInfo.InvariantCulture) is var at && at < args.Length ? args[at] : null;
            result.Append(parts is [_, "plural", var forms] ? Plural(arg, forms.Split('|')) : Value(arg));
            i = end;
        }
        return result.ToString();
    }

    private string Value(object? arg) => arg switch
    {
        null => "",
        string text => text,
        int number => Number(number),
        long number => Number((double)number, 0),
        decimal number => Number(number),
        double number => Number(number),
        System.DateTime time => DateTime(time),
        DateOnly day => Date(day),
        LocalText text => text.In(Language),
        Enum value => this[$"enum.{value.GetType().Name}.{value}"],
        System.Text.Json.JsonElement json => json.ToString(),
        _ => Convert.ToString(arg, Culture) ?? "",
    };

    /// <summary>The form of a noun after a number: ru one, few, many; en one, other; kk has a single form.</summary>
    private string Plural(object? arg, string[] forms)
    {
        var n = Math.Abs(Convert.ToInt64(arg is System.Text.Json.JsonElement json ? json.GetInt64() : arg, CultureInfo.InvariantCulture));
        var form = Language switch
        {
            "ru" => (n % 10, n % 100) switch
            {
                (1, not 11) => 0,
                ( >= 2 and <= 4, not (>= 12 and <= 14)) => 1,
                _ => 2,
            },
            "en" => n == 1 ? 0 : 1,
            _ => 0,
        };
        return forms[Math.Min(form, forms.Length - 1)];
    }
}
