using System.Text.RegularExpressions;

namespace Alys.Assessment.Scoring;

/// <summary>Numbers as people type them: decimal comma or point, spaces between thousands, any minus sign, 6,02·10^23.</summary>
internal static partial class Number
{
    public static double? Parse(string text)
    {
        var plain = Spaces().Replace(text, "").Replace('−', '-').Replace('–', '-').Replace("×", "*").Replace("·", "*").Replace("х10", "*10").Replace("x10", "*10");
        plain = TenTo().Replace(plain, "e");
        var comma = plain.LastIndexOf(',');
        var point = plain.LastIndexOf('.');
        // With both signs present the last one is the decimal sign, the other one groups thousands.
        if (comma >= 0 && point >= 0) plain = comma > point ? plain.Replace(".", "") : plain.Replace(",", "");
        plain = plain.Replace(',', '.');
        return double.TryParse(plain, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var value)
            && double.IsFinite(value) ? value : null;
    }

    /// <summary>The border counts as inside: 3.15 is within 3.14 ± 0.01 although binary fractions say otherwise.</summary>
    public static bool Within(double given, double value, double tolerance) =>
        Math.Abs(given - value) <= tolerance + (1e-12 * Math.Max(Math.Abs(value), Math.Abs(given)));

    [GeneratedRegex(@"\s")] private static partial Regex Spaces();
    [GeneratedRegex(@"\*10\^?\(?(?=[+-]?\d)|\*10\*\*")] private static partial Regex TenTo();
}
