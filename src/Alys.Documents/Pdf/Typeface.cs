using System.Text;
using UglyToad.PdfPig.Fonts.TrueType;
using UglyToad.PdfPig.Fonts.TrueType.Parser;

namespace Alys.Documents;

/// <summary>One cut of Noto Sans: its bytes, the width of a text and where its lines break.</summary>
internal sealed class Typeface
{
    public static readonly Typeface Regular = new("NotoSans-Regular.ttf");
    public static readonly Typeface Bold = new("NotoSans-Bold.ttf");

    private readonly TrueTypeFont font;
    private readonly double unitsPerEm;

    private Typeface(string resource)
    {
        using var stream = typeof(Typeface).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The font {resource} is not embedded.");
        Bytes = new byte[stream.Length];
        stream.ReadExactly(Bytes);
        font = TrueTypeFontParser.Parse(new TrueTypeDataBytes(Bytes));
        unitsPerEm = font.GetUnitsPerEm();
    }

    public byte[] Bytes { get; }

    /// <summary>The text with what the font cannot draw put as «?», and any white space as one blank.</summary>
    public string Drawable(string text)
    {
        var drawn = new StringBuilder(text.Length);
        foreach (var rune in text.Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune)) drawn.Append(rune.Value == 0xA0 ? '\u00A0' : ' ');
            else if (Rune.IsControl(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format) continue;
            else if (rune.IsBmp && Draws((char)rune.Value)) drawn.Append((char)rune.Value);
            else drawn.Append('?');
        }
        return drawn.ToString();
    }

    /// <summary>Width in points of a drawable text at a size in points.</summary>
    public double Width(string text, double size)
    {
        var units = 0.0;
        foreach (var letter in text) units += Advance(letter);
        return units * size / unitsPerEm;
    }

    /// <summary>The text's lines, none wider than <paramref name="width"/> points; a word that is wider is cut. Never empty.</summary>
    public List<string> Lines(string text, double size, double width)
    {
        var lines = new List<string>();
        foreach (var paragraph in text.Split('\n'))
        {
            var line = "";
            foreach (var word in Drawable(paragraph).Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                var longer = line.Length == 0 ? word : line + " " + word;
                if (Width(longer, size) <= width)
                {
                    line = longer;
                    continue;
                }
                if (line.Length > 0) lines.Add(line);
                line = word;
                while (Fitting(line, size, width) is var fits && fits < line.Length)
                {
                    lines.Add(line[..fits]);
                    line = line[fits..];
                }
            }
            lines.Add(line);
        }
        return lines;
    }

    /// <summary>How many letters of a word fit, one at least.</summary>
    private int Fitting(string word, double size, double width)
    {
        var units = width * unitsPerEm / size;
        for (var i = 0; i < word.Length; i++)
        {
            units -= Advance(word[i]);
            if (units < 0) return Math.Max(1, i);
        }
        return word.Length;
    }

    private bool Draws(char letter) => font.TableRegister.CMapTable.TryGetGlyphIndex(letter, out var glyph) && glyph != 0;

    private double Advance(char letter) => font.TryGetAdvanceWidth(letter, out var width) ? width : 0;
}
