namespace Alys.Formats;

/// <summary>Tells the three languages of the project apart by their letters.</summary>
public static class Languages
{
    const string OnlyKazakh = "әғқңөұүһіӘҒҚҢӨҰҮҺІ";

    /// <summary><c>kk</c>, <c>ru</c>, <c>en</c>, or null when there are fewer than 10 letters to go by.</summary>
    public static string? Guess(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        int latin = 0, cyrillic = 0, kazakh = 0;
        foreach (var c in text)
        {
            latin += char.IsAsciiLetter(c) ? 1 : 0;
            cyrillic += c is >= '\u0400' and <= '\u052F' ? 1 : 0;
            kazakh += OnlyKazakh.Contains(c) ? 1 : 0;
        }
        return latin + cyrillic < 10 ? null
            : kazakh * 25 > cyrillic && cyrillic > 0 && kazakh > 2 ? "kk"
            : cyrillic * 3 > latin ? "ru"
            : "en";
    }
}
