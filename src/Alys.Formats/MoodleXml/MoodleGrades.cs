namespace Alys.Formats.MoodleXml;

// The grades that Moodle's form offers. It refuses a file with any other, since 33 for a third is a slip of the hand.
static class MoodleGrades
{
    const decimal Nearness = 0.001m;

    static readonly decimal[] Percents =
    [
        100, 90, 83.33333m, 80, 75, 70, 66.66667m, 60, 50, 40, 33.33333m, 30, 25, 20, 16.66667m, 14.28571m, 12.5m, 11.11111m, 10, 5, 0,
    ];

    internal static decimal? Match(decimal percent)
    {
        foreach (var grade in Percents)
        {
            if (Math.Abs(Math.Abs(percent) - grade) < Nearness)
            {
                return Math.Sign(percent) * grade;
            }
        }
        return null;
    }
}
