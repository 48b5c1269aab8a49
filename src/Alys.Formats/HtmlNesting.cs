namespace Alys.Formats;

/// <summary>Guards parsers of HTML: building the tree is quadratic in the depth, and what walks over it recurses.</summary>
public static class HtmlNesting
{
    // Deeper than any lesson, with room for authors who never close their tags.
    const int MaxOpen = 2000;

    /// <summary>True when more than 2,000 elements stand open at one place, counted by their tags without parsing.</summary>
    public static bool IsTooDeep(string html)
    {
        ArgumentNullException.ThrowIfNull(html);
        var depth = 0;
        for (var at = html.IndexOf('<', StringComparison.Ordinal); at >= 0 && at + 1 < html.Length; at = html.IndexOf('<', at + 1))
        {
            var next = html[at + 1];
            if (next == '/')
            {
                // A stray end tag of an element that is not counted must not hide the depth of the others.
                depth = StandsAlone(html, at + 2) ? depth : Math.Max(0, depth - 1);
            }
            else if (char.IsAsciiLetter(next) && !StandsAlone(html, at + 1))
            {
                depth++;
            }
            if (depth > MaxOpen)
            {
                return true;
            }
        }
        return false;
    }

    static bool StandsAlone(string html, int at)
    {
        var end = at;
        while (end < html.Length && end - at < 12 && char.IsAsciiLetterOrDigit(html[end]))
        {
            end++;
        }
        return html.AsSpan(at, end - at).ToString().ToLowerInvariant()
            is "br" or "hr" or "img" or "input" or "meta" or "link" or "col" or "wbr" or "area" or "source" or "p" or "li" or "td" or "th" or "tr" or "dt" or "dd" or "option";
    }
}
