using System.Text.Json;

namespace Alys.Formats.Json;

static class EcmaNumber
{
    // ECMA-262, Number::toString: the shortest digits that read back as the same double, in a fixed layout.
    internal static string Format(double value)
    {
        if (!double.IsFinite(value))
        {
            throw new JsonException("A number is beyond a double.");
        }
        if (value == 0)
        {
            return "0";
        }
        var shortest = Math.Abs(value).ToString("R", CultureInfo.InvariantCulture);
        var exponent = Exponent(shortest, out var digits);
        return (value < 0 ? "-" : "") + Layout(digits, exponent);
    }

    // digits d1d2…dk and n so that the value is 0.d1d2…dk × 10^n
    static int Exponent(string shortest, out string digits)
    {
        var e = shortest.IndexOf('E');
        var mantissa = e < 0 ? shortest : shortest[..e];
        var point = mantissa.IndexOf('.');
        var whole = point < 0 ? mantissa : mantissa[..point];
        var all = whole + (point < 0 ? "" : mantissa[(point + 1)..]);
        var leading = all.Length - all.TrimStart('0').Length;
        digits = all.Trim('0');
        return whole.Length - leading + (e < 0 ? 0 : int.Parse(shortest[(e + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture));
    }

    static string Layout(string digits, int n)
    {
        var k = digits.Length;
        return n switch
        {
            _ when k <= n && n <= 21 => digits + new string('0', n - k),
            > 0 and <= 21 => digits[..n] + "." + digits[n..],
            > -6 and <= 0 => "0." + new string('0', -n) + digits,
            _ => (k == 1 ? digits : digits[..1] + "." + digits[1..]) + "e" + (n - 1 < 0 ? "-" : "+") + Math.Abs(n - 1).ToString(CultureInfo.InvariantCulture),
        };
    }
}
