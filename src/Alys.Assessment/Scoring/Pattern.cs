using System.Text;

namespace Alys.Assessment.Scoring;

/// <summary>Compares a short answer with its pattern. <c>*</c> stands for any text, <c>\*</c> for a star.</summary>
internal static class Pattern
{
    public static bool Matches(string pattern, string answer, bool caseSensitive = false, bool withoutKazakhLetters = false)
    {
        var given = Plain(answer);
        var wanted = Plain(pattern);
        if (Same(wanted, given, caseSensitive)) return true;
        // Latin letters that look Cyrillic (and the reverse) are a matter of the keyboard, not of knowledge.
        var cyrillic = wanted.Any(IsCyrillic);
        string Fold(string text) => Letters.Fold(text, toCyrillic: cyrillic, withoutKazakhLetters && cyrillic);
        return Same(Fold(wanted), Fold(given), caseSensitive);
    }

    private static bool Same(string pattern, string answer, bool caseSensitive) =>
        caseSensitive ? Wild(pattern, answer) : Wild(pattern.ToLowerInvariant(), answer.ToLowerInvariant());

    /// <summary>One composed form, single spaces, one kind of quote, hyphen and apostrophe, ё as е.</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        var space = false;
        foreach (var c in text.Normalize(NormalizationForm.FormC).Trim())
        {
            if (char.IsWhiteSpace(c))
            {
                space = true;
                continue;
            }
            if (char.GetUnicodeCategory(c) == UnicodeCategory.Format) continue;
            if (space) plain.Append(' ');
            space = false;
            plain.Append(c switch
            {
                'ё' => 'е', 'Ё' => 'Е',
                '«' or '»' or '“' or '”' or '„' => '"',
                '’' or '‘' or 'ʼ' => '\'',
                '‐' or '‑' or '–' or '—' or '−' => '-',
                _ => c,
            });
        }
        return plain.ToString();
    }

    private static bool IsCyrillic(char c) => c is >= '\u0400' and <= '\u04FF';

    /// <summary>Linear in practice: remembers the last star only.</summary>
    private static bool Wild(string pattern, string text)
    {
        int p = 0, t = 0, star = -1, from = 0;
        while (t < text.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                star = p++;
                from = t;
            }
            else if (p < pattern.Length && Literal(pattern, p, out var length) == text[t])
            {
                p += length;
                t++;
            }
            else if (star >= 0)
            {
                p = star + 1;
                t = ++from;
            }
            else
            {
                return false;
            }
        }
        while (p < pattern.Length && pattern[p] == '*') p++;
        return p == pattern.Length;
    }

    private static char Literal(string pattern, int at, out int length)
    {
        if (pattern[at] == '\\' && at + 1 < pattern.Length && pattern[at + 1] is '*' or '\\')
        {
            length = 2;
            return pattern[at + 1];
        }
        length = 1;
        return pattern[at];
    }
}
