using Alys.Formats.Questions;

namespace Alys.Formats.Gift;

static class GiftNumbers
{
    // 3, 3:0.1, 1..5; a decimal comma is taken, too, since people here write it.
    internal static QuestionNumber? Read(string text, decimal weight)
    {
        text = GiftQuestionParser.Clean(text);
        if (text.IndexOf("..", StringComparison.Ordinal) is var dots and >= 0)
        {
            return Number(text[..dots]) is { } low && Number(text[(dots + 2)..]) is { } high
                ? new QuestionNumber(low + ((high - low) / 2), low, high, weight, null)
                : null;
        }
        if (text.IndexOf(':') is var colon and >= 0)
        {
            return Number(text[..colon]) is { } middle && Number(text[(colon + 1)..]) is { } tolerance and >= 0
                ? new QuestionNumber(middle, middle - tolerance, middle + tolerance, weight, null)
                : null;
        }
        return Number(text) is { } value ? new QuestionNumber(value, value, value, weight, null) : null;
    }

    internal static double? Number(string text)
    {
        text = text.Trim().Replace('\u2212', '-');
        if (text.Count(c => c == ',') == 1 && !text.Contains('.'))
        {
            text = text.Replace(',', '.');
        }
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : null;
    }
}
