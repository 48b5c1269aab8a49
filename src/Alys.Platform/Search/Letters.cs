namespace Alys.Platform;

/// <summary>Letters that look the same in two scripts, and the Russian letters typed where a keyboard has no Kazakh ones.</summary>
public static class Letters
{
    // The same place in both strings is the same picture. Capitals and small letters differ: H looks like Н, h like һ.
    private const string Latin = "ABCEHIKMOPTXYaceiopxyhəƏ";
    private const string Cyrillic = "АВСЕНІКМОРТХУасеіорхуһәӘ";

    private const string Kazakh = "әғқңөұүһіӘҒҚҢӨҰҮҺІ";
    private const string Russian = "агкноуухиАГКНОУУХИ";

    /// <summary>Whether every letter of a word has a picture in the other script, so that it may have been meant there.</summary>
    public static bool LooksCyrillic(string word) => word.All(c => Latin.Contains(c, StringComparison.Ordinal));

    /// <summary>The text with the letters of one script, and on wish with Russian ones for the Kazakh.</summary>
    public static string Fold(string text, bool toCyrillic, bool withoutKazakhLetters)
    {
        ArgumentNullException.ThrowIfNull(text);
        var (from, to) = toCyrillic ? (Latin, Cyrillic) : (Cyrillic, Latin);
        return string.Create(text.Length, (text, from, to, withoutKazakhLetters), static (folded, state) =>
        {
            for (var i = 0; i < folded.Length; i++)
            {
                var c = state.text[i];
                var at = state.from.IndexOf(c);
                if (at >= 0) c = state.to[at];
                if (state.withoutKazakhLetters)
                {
                    at = Kazakh.IndexOf(c);
                    if (at >= 0) c = Russian[at];
                }
                folded[i] = c;
            }
        });
    }
}
