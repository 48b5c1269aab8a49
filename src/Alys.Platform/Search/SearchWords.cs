using System.Text;

namespace Alys.Platform;

/// <summary>A word of a text as search sees it.</summary>
/// <param name="Start">Where it begins in the text.</param>
/// <param name="Length">Letters.</param>
/// <param name="Folded">In small letters of one alphabet.</param>
/// <param name="Stem">Without its endings.</param>
public readonly record struct SearchWord(int Start, int Length, string Folded, string Stem);

/// <summary>
/// Words of Kazakh, Russian and English texts, folded so that what people type finds what authors wrote: small letters, ё as е, Kazakh letters as those that stand on a Russian keyboard (қ as к),
/// Latin letters within Cyrillic words as the Cyrillic ones that they look like, and without endings of either language. Both sides of a search are folded alike, so the stem need not be the grammarian's.
/// </summary>
public static class SearchWords
{
    /// <summary>Letters of a word at most; the rest of a longer one is not looked at.</summary>
    public const int MaxLength = 40;
    private const int LeastStem = 3, MostEndings = 4;

    private static readonly HashSet<string> CyrillicEndings = [.. (
        // Kazakh: plural, possession, cases, adjectives, verbs.
        "лар лер дар дер тар тер ым им ын ин ы и сы си ымыз имиз мыз миз ыныз иниз ныз низ нын нин дын дин тын тин га ге ка ке на не ны ни ды ди ты ти да де та те нда нде дан ден тан тен нан нен мен бен пен "
        + "дагы деги тагы теги лык лик дык дик тык тик сыз сиз у ады еди йды йди ган ген кан кен ып ип атын етин "
        // Russian: nouns, adjectives, verbs.
        + "а я о е ю й ь ам ям ом ем ами ями ах ях ов ев ей ий ый ой ая яя ое ее ые ие ую юю ью ия ии ию ием иям иями иях ого его ому ему ых их ыми ими ть ет ит ют ят ут ат ешь ишь ете ите ся сь ние ния нию нием нии ний").Split(' ')];

    private static readonly HashSet<string> LatinEndings = ["s", "es", "ed", "ing"];

    /// <summary>The words of a text in their order.</summary>
    public static IEnumerable<SearchWord> Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        for (var i = 0; i < text.Length;)
        {
            if (!char.IsLetterOrDigit(text[i]))
            {
                i++;
                continue;
            }
            var start = i;
            while (i < text.Length && (char.IsLetterOrDigit(text[i]) || IsWithin(text, i))) i++;
            var folded = Fold(text.AsSpan(start, Math.Min(i - start, MaxLength)));
            if (folded.Length > 0) yield return new SearchWord(start, i - start, folded, Stem(folded));
        }
    }

    /// <summary>A Latin word read as the Cyrillic one that it looks like; null where a letter looks like none (<c>MOCKBA</c>).</summary>
    public static string? AsCyrillic(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        return Letters.LooksCyrillic(word) ? Fold(Letters.Fold(word, toCyrillic: true, withoutKazakhLetters: true)) : null;
    }

    /// <summary>The word without endings; at least three letters remain.</summary>
    public static string Stem(string folded)
    {
        ArgumentNullException.ThrowIfNull(folded);
        var endings = folded.Any(IsCyrillic) ? CyrillicEndings : LatinEndings;
        var length = folded.Length;
        for (var i = 0; i < (endings == LatinEndings ? 1 : MostEndings); i++)
        {
            var cut = 0;
            for (var n = Math.Min(5, length - LeastStem); n > 0 && cut == 0; n--)
            {
                if (endings.Contains(folded.Substring(length - n, n))) cut = n;
            }
            if (cut == 0) break;
            length -= cut;
        }
        return folded[..length];
    }

    /// <summary>Whether one letter too many, too few, other, or a change of two neighbours makes one word of the other.</summary>
    public static bool IsOneTypoAway(string a, string b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        if (Math.Abs(a.Length - b.Length) > 1) return false;
        var (x, y) = a.Length <= b.Length ? (a, b) : (b, a);
        var i = 0;
        while (i < x.Length && x[i] == y[i]) i++;
        if (i == x.Length) return true;
        if (x.Length < y.Length) return x.AsSpan(i).SequenceEqual(y.AsSpan(i + 1));
        return x.AsSpan(i + 1).SequenceEqual(y.AsSpan(i + 1)) || (i + 1 < x.Length && x[i] == y[i + 1] && x[i + 1] == y[i] && x.AsSpan(i + 2).SequenceEqual(y.AsSpan(i + 2)));
    }

    /// <summary>The word and what remains of it without any one of its letters: two words that are one typo apart share one of these.</summary>
    public static IEnumerable<string> Variants(string stem)
    {
        ArgumentNullException.ThrowIfNull(stem);
        return Enumerable.Range(0, stem.Length).Select(i => stem.Remove(i, 1)).Append(stem).Distinct();
    }

    private static bool IsWithin(string text, int i) =>
        text[i] is '\u00AD' or '\u0301' || CharUnicodeInfo.GetUnicodeCategory(text[i]) == UnicodeCategory.NonSpacingMark;

    private static bool IsCyrillic(char c) => c is >= '\u0400' and <= '\u04FF';

    private static string Fold(ReadOnlySpan<char> word)
    {
        var composed = word.ToString().Normalize(NormalizationForm.FormC);
        if (composed.Any(IsCyrillic)) composed = Letters.Fold(composed, toCyrillic: true, withoutKazakhLetters: true);
        return string.Concat(composed.Where(char.IsLetterOrDigit)).ToLowerInvariant().Replace('ё', 'е');
    }
}
