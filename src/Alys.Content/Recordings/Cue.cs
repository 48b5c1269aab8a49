using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Alys.Content.Recordings;

/// <summary>Words and when they are said.</summary>
internal sealed partial record Cue(TimeSpan From, TimeSpan To, string Words)
{
    /// <summary>Captions of four hours of quick speech are well below.</summary>
    public const int MaxCharacters = 400_000;

    private const int MaxWords = 500;

    /// <summary>Reads WebVTT or SubRip; styles, notes and numbers are left out, tags go and leave their words.</summary>
    /// <exception cref="Refusal">A cue that can't be shown, with the number of its line.</exception>
    public static IReadOnlyList<Cue> Read(string text)
    {
        if (text.Length > MaxCharacters) throw Refused("content.refusal.captions-long", MaxCharacters);
        var lines = text.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n');
        var cues = new List<Cue>();
        for (var at = 0; at < lines.Length; at++)
        {
            var isNumber = at + 1 < lines.Length && lines[at].Trim().Length > 0 && lines[at + 1].Contains("-->", StringComparison.Ordinal);
            if (lines[at].Contains("-->", StringComparison.Ordinal)) cues.Add(ReadCue(lines, ref at, cues.LastOrDefault()));
            else if (lines[at].Trim().Length > 0 && !isNumber) SkipBlock(lines, ref at);
        }
        if (cues.Count == 0) throw Refused("content.refusal.captions-none");
        return cues;
    }

    public static string Write(IEnumerable<Cue> cues)
    {
        var text = new StringBuilder("WEBVTT\n");
        foreach (var cue in cues) text.Append($"\n{Stamp(cue.From)} --> {Stamp(cue.To)}\n{Escaped(cue.Words)}\n");
        return text.ToString();
    }

    private static Cue ReadCue(string[] lines, ref int at, Cue? last)
    {
        var number = at + 1;
        if (Timing().Match(lines[at]) is not { Success: true } match) throw Refused("content.refusal.cue-time", number, Short(lines[at]));
        var (from, to) = (Time(match, 1), Time(match, 5));
        if (to <= from) throw Refused("content.refusal.cue-ends", number, Short(lines[at]));
        if (from < last?.From) throw Refused("content.refusal.cue-order", number, Short(lines[at]));
        var words = new List<string>();
        while (at + 1 < lines.Length && lines[at + 1].Trim().Length > 0)
        {
            if (lines[at + 1].Contains("-->", StringComparison.Ordinal)) throw Refused("content.refusal.cue-gap", at + 2);
            words.Add(WebUtility.HtmlDecode(Tags().Replace(lines[++at], "")).Trim());
        }
        var said = string.Join('\n', words.Where(w => w.Length > 0));
        if (said.Length == 0) throw Refused("content.refusal.cue-empty", number);
        if (said.Length > MaxWords) throw Refused("content.refusal.cue-long", number, MaxWords);
        return new Cue(from, to, said);
    }

    // The header with its settings, NOTE, STYLE and REGION; anything else would be words without a time.
    private static void SkipBlock(string[] lines, ref int at)
    {
        var first = lines[at].Trim();
        var isKnown = at == 0 && first.StartsWith("WEBVTT", StringComparison.Ordinal) || first.StartsWith("NOTE", StringComparison.Ordinal) || first is "STYLE" or "REGION";
        if (!isKnown) throw Refused("content.refusal.cue-time", at + 1, Short(first));
        while (at + 1 < lines.Length && lines[at + 1].Trim().Length > 0) at++;
    }

    private static TimeSpan Time(Match match, int group)
    {
        var hours = match.Groups[group].Success ? int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture) : 0;
        return new TimeSpan(0, hours, Part(match, group + 1), Part(match, group + 2), Part(match, group + 3));
    }

    private static int Part(Match match, int group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    private static string Stamp(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours:00}:{time.Minutes:00}:{time.Seconds:00}.{time.Milliseconds:000}");

    private static string Escaped(string words) => words.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    private static string Short(string line) => line.Length <= 80 ? line.Trim() : line[..80].Trim() + "…";

    private static Refusal Refused(string key, params object?[] args) => new(key, args) { Field = "Text" };

    [GeneratedRegex(@"^\s*(?:(\d{1,3}):)?([0-5]\d):([0-5]\d)[.,](\d{3})\s+-->\s+(?:(\d{1,3}):)?([0-5]\d):([0-5]\d)[.,](\d{3})(?:\s.*)?$")]
    private static partial Regex Timing();

    [GeneratedRegex("<[^>]*>|\\{\\\\[^}]*\\}")]
    private static partial Regex Tags();
}
