namespace Alys.Grading;

/// <summary>A number as people type it: with a comma or a full stop.</summary>
internal static class DecimalText
{
    public static decimal? Parse(string? text) =>
        decimal.TryParse(text?.Trim().Replace(',', '.'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static string Of(decimal number) => number.ToString("0.####", CultureInfo.InvariantCulture);
}
