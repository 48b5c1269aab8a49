using System.Text.RegularExpressions;

namespace Alys.Assessment.Bank;

/// <summary>Finds the marks of gaps, <c>[[1]]</c>, <c>[[2]]</c>…, in clean HTML. A mark within a tag is none: a control may not stand there.</summary>
internal static partial class ClozeMarks
{
    public static IReadOnlyList<ClozePart> Split(string html, int gaps)
    {
        var parts = new List<ClozePart>();
        var from = 0;
        foreach (var mark in Mark().EnumerateMatches(html))
        {
            if (IsWithinTag(html, mark.Index) || !int.TryParse(html.AsSpan(mark.Index + 2, mark.Length - 4), out var number) || number < 1 || number > gaps) continue;
            parts.Add(new(html[from..mark.Index], number - 1));
            from = mark.Index + mark.Length;
        }
        parts.Add(new(html[from..], null));
        return parts;
    }

    public static string Replace(string text, Func<int, string> by) => Mark().Replace(text, m => by(int.Parse(m.ValueSpan[2..^2])));

    // The cleaner writes attributes in double quotes, within which "<" and ">" are letters.
    private static bool IsWithinTag(string html, int at)
    {
        bool tag = false, quoted = false;
        foreach (var c in html.AsSpan(0, at))
        {
            if (c == '"') quoted = tag && !quoted;
            else if (!quoted && c == '<') tag = true;
            else if (!quoted && c == '>') tag = false;
        }
        return tag;
    }

    [GeneratedRegex(@"\[\[[0-9]{1,3}\]\]")] private static partial Regex Mark();
}
