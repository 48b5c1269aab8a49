using Alys.Grading;

namespace Alys.Tests.Grading;

public sealed class GradeScaleTests
{
    private static GradeScale Until2018 => StandardScales.All[0];

    private static GradeScale Since2018 => StandardScales.All[1];

    [Theory]
    [InlineData(100, "A")]
    [InlineData(95, "A")]
    [InlineData(94, "A-")]
    [InlineData(90, "A-")]
    [InlineData(89, "B+")]
    [InlineData(85, "B+")]
    [InlineData(84, "B")]
    [InlineData(80, "B")]
    [InlineData(79, "B-")]
    [InlineData(75, "B-")]
    [InlineData(74, "C+")]
    [InlineData(70, "C+")]
    [InlineData(69, "C")]
    [InlineData(65, "C")]
    [InlineData(64, "C-")]
    [InlineData(60, "C-")]
    [InlineData(59, "D+")]
    [InlineData(55, "D+")]
    [InlineData(54, "D")]
    [InlineData(50, "D")]
    [InlineData(49, "FX")]
    [InlineData(25, "FX")]
    [InlineData(24, "F")]
    [InlineData(0, "F")]
    public void EveryBorderOfTheScaleSince2018HasItsLetter(int percent, string letter) =>
        Assert.Equal(letter, Since2018.Of(percent, PercentRounding.HalfAwayFromZero).Letter);

    [Fact]
    public void PointsAreThoseOfTheTable() =>
        Assert.Equal([4.0m, 3.67m, 3.33m, 3.0m, 2.67m, 2.33m, 2.0m, 1.67m, 1.33m, 1.0m, 0.5m, 0m], Since2018.Rows.Select(r => r.Points));

    [Fact]
    public void CPlusWasSatisfactoryBefore2018AndIsGoodSince()
    {
        Assert.Equal(TraditionalMark.Satisfactory, Until2018.Of(72, PercentRounding.HalfAwayFromZero).Traditional);
        Assert.Equal(TraditionalMark.Good, Since2018.Of(72, PercentRounding.HalfAwayFromZero).Traditional);
    }

    [Fact]
    public void Before2018ThereWasNoFx() => Assert.Equal("F", Until2018.Of(49, PercentRounding.HalfAwayFromZero).Letter);

    [Theory]
    [InlineData(94.5, "A")]
    [InlineData(94.49, "A-")]
    [InlineData(49.5, "D")]
    [InlineData(24.5, "FX")]
    public void AHalfIsRoundedAwayFromZeroBeforeTheTableIsRead(double percent, string letter) =>
        Assert.Equal(letter, Since2018.Of((decimal)percent, PercentRounding.HalfAwayFromZero).Letter);

    [Fact]
    public void AnInstitutionMayRoundDownInstead() => Assert.Equal("A-", Since2018.Of(94.9m, PercentRounding.Down).Letter);

    [Fact]
    public void AFailedExaminationNeverHasAPositiveLetter()
    {
        Assert.Equal("FX", Since2018.OfFailure(49.7m, PercentRounding.HalfAwayFromZero).Letter);
        Assert.Equal("F", Since2018.OfFailure(12, PercentRounding.HalfAwayFromZero).Letter);
    }

    [Fact]
    public void APercentageOutsideTheScaleIsAnError()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Since2018.Of(100.01m, PercentRounding.Down));
        Assert.Throws<ArgumentOutOfRangeException>(() => Since2018.Of(-1, PercentRounding.Down));
    }

    [Fact]
    public void AScaleWithAGapOrADoubleCannotBeBuilt()
    {
        var pass = new ScaleRow("P", 1, 50, TraditionalMark.Satisfactory);
        var fail = new ScaleRow("F", 0, 0, TraditionalMark.Unsatisfactory);
        var day = new DateOnly(2026, 9, 1);
        Assert.Throws<ArgumentException>(() => new GradeScale(day, [pass]));
        Assert.Throws<ArgumentException>(() => new GradeScale(day, [pass, fail, pass with { Letter = "Q" }]));
        Assert.Throws<ArgumentException>(() => new GradeScale(day, [pass, fail, pass with { FromPercent = 60 }]));
        Assert.Throws<ArgumentException>(() => new GradeScale(day, [pass with { Points = 0 }, fail with { Points = 1 }]));
    }
}
