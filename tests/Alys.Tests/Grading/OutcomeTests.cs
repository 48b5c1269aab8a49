using Alys.Grading;

namespace Alys.Tests.Grading;

/// <summary>The vectors of the Kazakh practice, weights 0.6 and 0.4.</summary>
public sealed class OutcomeTests
{
    private static Outcome Of(decimal? r1, decimal? r2, decimal? exam, RatingRule? rule = null, bool complete = false) =>
        Outcome.Of(rule ?? RatingRule.Usual, StandardScales.All[1], PercentRounding.HalfAwayFromZero,
            [new(RatingPart.Rating1, 1, r1), new(RatingPart.Rating2, 1, r2), new(RatingPart.Exam, 1, exam)], complete);

    [Fact]
    public void R1Of70R2Of80AndExam60MakeAFinal69C()
    {
        var outcome = Of(70, 80, 60);
        Assert.Equal((OutcomeState.Passed, 75m, 69m, "C"), (outcome.State, outcome.Admission, outcome.Final, outcome.Letter!.Letter));
    }

    [Fact]
    public void AnExamOf49LeavesNoFinalGradeThoughTheSumWouldPass()
    {
        var outcome = Of(90, 100, 49);
        Assert.Equal((OutcomeState.ExamFailed, 95m, "FX"), (outcome.State, outcome.Admission, outcome.Letter!.Letter));
        Assert.Null(outcome.Final);
    }

    [Fact]
    public void ARatingOf49DoesNotAdmit()
    {
        var outcome = Of(40, 58, 100);
        Assert.Equal((OutcomeState.NotAdmitted, 49m), (outcome.State, outcome.Admission));
        Assert.Null(outcome.Final);
        Assert.Null(outcome.Letter);
    }

    [Fact]
    public void FiftyEverywhereIsAD()
    {
        var outcome = Of(50, 50, 50);
        Assert.Equal((50m, "D"), (outcome.Final, outcome.Letter!.Letter));
    }

    [Fact]
    public void AnExamBelow25IsAnF() => Assert.Equal("F", Of(90, 90, 24).Letter!.Letter);

    [Fact]
    public void ThresholdsAreComparedUnrounded()
    {
        Assert.Equal(OutcomeState.NotAdmitted, Of(49, 50, 90).State);
        Assert.Equal(OutcomeState.ExamFailed, Of(90, 90, 49.9m).State);
    }

    [Fact]
    public void WeightsAreData() => Assert.Equal(70.5m, Of(70, 80, 60, new RatingRule(0.7m, 0.3m, 50, 50, false)).Final);

    [Fact]
    public void WeightsThatDoNotSumToOneCannotBeBuilt()
    {
        Assert.Throws<ArgumentException>(() => new RatingRule(0.6m, 0.5m, 50, 50, false));
        Assert.Throws<ArgumentException>(() => Outcome.Of(RatingRule.Usual, StandardScales.All[1], PercentRounding.Down,
            [new(RatingPart.Rating1, 0.9m, 50)], complete: false));
    }

    [Fact]
    public void AnInstitutionMayAskForFiftyInEachRating()
    {
        Assert.Equal(OutcomeState.Passed, Of(40, 90, 80).State);
        Assert.Equal(OutcomeState.NotAdmitted, Of(40, 90, 80, new RatingRule(0.6m, 0.4m, 50, 50, eachRating: true)).State);
    }

    [Fact]
    public void CurrentMarksFeedTheirRatingByWeight()
    {
        var outcome = Outcome.Of(RatingRule.Usual, StandardScales.All[1], PercentRounding.HalfAwayFromZero,
            [new(RatingPart.Rating1, 0.25m, 80), new(RatingPart.Rating1, 0.25m, 60), new(RatingPart.Rating1, 0.5m, 90),
             new(RatingPart.Rating2, 1, 70), new(RatingPart.Exam, 1, null)], complete: false);
        Assert.Equal((80m, 75m, OutcomeState.Admitted), (outcome.Rating1, outcome.Admission, outcome.State));
    }

    [Fact]
    public void AMissingMarkIsAwaitedAndCountsAsZeroOnlyWhenTheSheetIsFilled()
    {
        Assert.Equal((OutcomeState.InProgress, (decimal?)null), (Of(80, null, null).State, Of(80, null, null).Admission));
        Assert.Equal((OutcomeState.NotAdmitted, 40m), (Of(80, null, null, complete: true).State, Of(80, null, null, complete: true).Admission));
    }

    [Fact]
    public void WhoIsAdmittedAndDoesNotComeIsAbsent()
    {
        var outcome = Of(80, 80, null, complete: true);
        Assert.Equal(OutcomeState.Absent, outcome.State);
        Assert.Null(outcome.Letter);
    }
}
