using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Alys.Formats.Word;

// What the styles and numberings of a document mean for a reader.
sealed partial class WordStyles
{
    const int MaxChain = 20;

    static readonly HashSet<string> MonospaceFonts = new(StringComparer.OrdinalIgnoreCase)
    {
        "Consolas", "Courier", "Courier New", "Lucida Console", "Menlo", "Monaco", "Cascadia Code", "Cascadia Mono", "Liberation Mono", "DejaVu Sans Mono", "JetBrains Mono", "Source Code Pro", "Fira Code", "PT Mono",
    };

    readonly Dictionary<string, Style> styles;
    readonly Dictionary<int, AbstractNum> numberings = [];

    internal WordStyles(MainDocumentPart main)
    {
        styles = (main.StyleDefinitionsPart?.Styles?.Elements<Style>() ?? []).Where(s => s.StyleId?.Value is not null).DistinctBy(s => s.StyleId!.Value).ToDictionary(s => s.StyleId!.Value!, StringComparer.Ordinal);
        var numbering = main.NumberingDefinitionsPart?.Numbering;
        var patterns = (numbering?.Elements<AbstractNum>() ?? []).Where(a => a.AbstractNumberId?.Value is not null).DistinctBy(a => a.AbstractNumberId!.Value).ToDictionary(a => a.AbstractNumberId!.Value);
        foreach (var instance in numbering?.Elements<NumberingInstance>() ?? [])
        {
            if (instance.NumberID?.Value is { } id && instance.AbstractNumId?.Val?.Value is { } pattern && patterns.TryGetValue(pattern, out var found))
            {
                numberings.TryAdd(id, found);
            }
        }
    }

    /// <summary>1…9 for a heading, 0 for any other paragraph.</summary>
    internal int HeadingLevel(Paragraph paragraph)
    {
        if (paragraph.ParagraphProperties?.OutlineLevel?.Val?.Value is { } own)
        {
            return own is >= 0 and < 9 ? own + 1 : 0;
        }
        foreach (var style in Chain(paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value))
        {
            // The names of Word's own styles are English in every language of Word; only what is shown differs.
            if (HeadingName().Match(NameOf(style)) is { Success: true } heading)
            {
                return heading.Groups[1].Value[0] - '0';
            }
            if (style.StyleParagraphProperties?.OutlineLevel?.Val?.Value is { } level)
            {
                return level is >= 0 and < 9 ? level + 1 : 0;
            }
        }
        return 0;
    }

    internal bool IsTitle(Paragraph paragraph) => Chain(paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value).Any(s => NameOf(s).Equals("title", StringComparison.OrdinalIgnoreCase));

    /// <summary>A line of the table of contents that Word has made.</summary>
    internal bool IsContents(Paragraph paragraph) => Chain(paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value).Any(s => ContentsName().IsMatch(NameOf(s)));

    internal bool IsQuote(Paragraph paragraph) => Chain(paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value).Any(s => NameOf(s) is "Quote" or "Intense Quote");

    internal bool IsCode(Paragraph paragraph)
    {
        var runs = paragraph.Descendants<Run>().Where(r => r.InnerText.Trim().Length > 0).ToList();
        return IsCodeStyle(paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value)
            || (runs.Count > 0 && paragraph.ParagraphProperties?.NumberingProperties is null && runs.TrueForAll(r => IsMonospace(r.RunProperties?.RunFonts)));
    }

    internal bool IsCode(RunProperties? run) => IsCodeStyle(run?.RunStyle?.Val?.Value) || IsMonospace(run?.RunFonts);

    internal bool IsBold(RunProperties? run) => run?.Bold is { } own ? IsOn(own) : Chain(run?.RunStyle?.Val?.Value).Any(s => s.StyleRunProperties?.Bold is { } bold && IsOn(bold));

    internal bool IsItalic(RunProperties? run) => run?.Italic is { } own ? IsOn(own) : Chain(run?.RunStyle?.Val?.Value).Any(s => s.StyleRunProperties?.Italic is { } italic && IsOn(italic));

    internal static bool IsOn(OnOffType? toggle) => toggle is not null && (toggle.Val is null || toggle.Val.Value);

    /// <summary>Level and kind of a list item; null for any other paragraph.</summary>
    internal WordListPlace? ListPlace(Paragraph paragraph)
    {
        var properties = paragraph.ParagraphProperties?.NumberingProperties
            ?? Chain(paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value).Select(s => s.StyleParagraphProperties?.NumberingProperties).FirstOrDefault(n => n is not null);
        if (properties?.NumberingId?.Val?.Value is not > 0 and not null || properties?.NumberingId?.Val?.Value is not { } id || !numberings.TryGetValue(id, out var numbering))
        {
            return null;
        }
        var level = Math.Clamp(properties.NumberingLevelReference?.Val?.Value ?? 0, 0, 8);
        var pattern = numbering.Elements<Level>().FirstOrDefault(l => l.LevelIndex?.Value == level);
        var format = pattern?.NumberingFormat?.Val;
        return new WordListPlace(id, level, format is not null && format.Value != NumberFormatValues.Bullet && format.Value != NumberFormatValues.None, pattern?.StartNumberingValue?.Val?.Value ?? 1);
    }

    bool IsCodeStyle(string? id) => Chain(id).Any(s => CodeName().IsMatch(NameOf(s)) || IsMonospace(s.StyleRunProperties?.RunFonts));

    static bool IsMonospace(RunFonts? fonts) => fonts?.Ascii?.Value is { } font && MonospaceFonts.Contains(font);

    static string NameOf(Style style) => style.StyleName?.Val?.Value ?? "";

    // Styles may be based on each other in a circle.
    IEnumerable<Style> Chain(string? id)
    {
        for (var i = 0; i < MaxChain && id is not null && styles.TryGetValue(id, out var style); i++)
        {
            yield return style;
            id = style.BasedOn?.Val?.Value;
        }
    }

    [GeneratedRegex("^heading ([1-9])$", RegexOptions.IgnoreCase)]
    private static partial Regex HeadingName();

    [GeneratedRegex("^(toc [1-9]|toc heading|table of figures)$", RegexOptions.IgnoreCase)]
    private static partial Regex ContentsName();

    [GeneratedRegex("(^html (code|preformatted|keyboard|sample|typewriter)$|code|listing|verbatim|^plain text$|код|листинг)", RegexOptions.IgnoreCase)]
    private static partial Regex CodeName();
}

/// <param name="List">Number of the list.</param>
/// <param name="Level">0…8.</param>
/// <param name="IsOrdered">By numbers or letters.</param>
/// <param name="Start">First number.</param>
readonly record struct WordListPlace(int List, int Level, bool IsOrdered, int Start);
