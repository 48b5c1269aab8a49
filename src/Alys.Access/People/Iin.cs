namespace Alys.Access;

/// <summary>Individual identification number: 12 ASCII digits, the last a check digit in two passes (Government decree 406 of 22.05.2007).</summary>
public static class Iin
{
    /// <summary>True for 12 digits with a right check digit. The date and sex in it are not compared with anything: since 2013 they need not agree.</summary>
    public static bool IsValid(string text)
    {
        if (text.Length != 12 || text.AsSpan().ContainsAnyExceptInRange('0', '9')) return false;
        var check = Sum(text, first: 1) % 11;
        if (check == 10) check = Sum(text, first: 3) % 11;
        return check != 10 && check == text[11] - '0';
    }

    private static int Sum(string text, int first)
    {
        var sum = 0;
        for (var i = 0; i < 11; i++) sum += ((first - 1 + i) % 11 + 1) * (text[i] - '0');
        return sum;
    }
}
