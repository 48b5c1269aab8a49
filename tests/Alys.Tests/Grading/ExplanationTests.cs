using Alys.Grading;

namespace Alys.Tests.Grading;

public sealed class ExplanationTests
{
    private static readonly Dictionary<string, string[]> Texts = Read();

    private static Dictionary<string, string[]> Read()
    {
        using var reader = new StreamReader(typeof(Outcome).Assembly.GetManifestResourceStream("Texts.tsv")!);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(l => l.TrimEnd('\r').Split('\t')).ToDictionary(l => l[0], l => l[1..]);
    }

    private static List<string> Explain(int language, decimal? r1, decimal? r2, decimal? exam, bool complete = false, RatingRule? rule = null)
    {
        var outcome = Outcome.Of(rule ?? RatingRule.Usual, StandardScales.All[1], PercentRounding.HalfAwayFromZero,
            [new(RatingPart.Rating1, 1, r1), new(RatingPart.Rating2, 1, r2), new(RatingPart.Exam, 1, exam)], complete);
        return [.. Explanation.Of(outcome, PercentRounding.HalfAwayFromZero, n => n.ToString("0.##", CultureInfo.InvariantCulture))
            .Select(l => string.Format(CultureInfo.InvariantCulture, Texts[l.Key][language], l.Args))];
    }

    [Fact]
    public void TheArithmeticStandsInRussian() => Assert.Equal(
        ["Р1 (рейтинг 1) = 78", "Р2 (рейтинг 2) = 64", "Рейтинг допуска: РД = (Р1 + Р2) / 2 = (78 + 64) / 2 = 71",
         "71 ≥ 50, поэтому допущен к экзамену.", "Экзамен = 80", "Итоговая оценка = 0.6 · РД + 0.4 · экзамен = 0.6 · 71 + 0.4 · 80 = 74.6",
         "Округление до целого: 74.6 → 75 (половина в большую сторону).", "По шкале 75 % — это B-, цифровой эквивалент 2.67."],
        Explain(1, 78, 64, 80));

    [Fact]
    public void TheArithmeticStandsInKazakhAndEnglish()
    {
        Assert.Contains("Жіберу рейтингі: ЖР = (Р1 + Р2) / 2 = (78 + 64) / 2 = 71", Explain(0, 78, 64, 80));
        Assert.Contains("Admission rating: AR = (R1 + R2) / 2 = (78 + 64) / 2 = 71", Explain(2, 78, 64, 80));
    }

    [Fact]
    public void AFailedExamIsNamedAndNoSumIsShown()
    {
        var lines = Explain(2, 90, 100, 49);
        Assert.Contains("Exam failed: 49 < 50, so no final grade is calculated.", lines);
        Assert.Contains("49 % in the exam corresponds to FX.", lines);
        Assert.DoesNotContain(lines, l => l.StartsWith("Final", StringComparison.Ordinal));
    }

    [Fact]
    public void ARefusedAdmissionNamesTheThreshold() => Assert.Contains("49 < 50, so not admitted to the exam.", Explain(2, 40, 58, 100));

    [Fact]
    public void TheLowerRatingIsNamedWhereEachMustReachTheThreshold() => Assert.Contains(
        "Each of the two ratings must reach 50, and the lower one is 40: not admitted to the exam.",
        Explain(2, 40, 90, 80, rule: new RatingRule(0.6m, 0.4m, 50, 50, eachRating: true)));

    [Fact]
    public void AMissingMarkIsSaid() => Assert.Contains("Control events without a mark: 1. Each counts as 0.", Explain(2, 80, null, null, complete: true));

    [Fact]
    public void WeightedMarksShowTheirTerms()
    {
        var outcome = Outcome.Of(RatingRule.Usual, StandardScales.All[1], PercentRounding.HalfAwayFromZero,
            [new(RatingPart.Rating1, 0.4m, 80), new(RatingPart.Rating1, 0.6m, 90), new(RatingPart.Rating2, 1, 70)], complete: false);
        var first = Explanation.Of(outcome, PercentRounding.Down, n => n.ToString("0.##", CultureInfo.InvariantCulture))[0];
        Assert.Equal("R1 (rating 1) = 0.4 · 80 + 0.6 · 90 = 86", string.Format(CultureInfo.InvariantCulture, Texts[first.Key][2], first.Args));
    }
}
