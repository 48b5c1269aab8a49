using Alys.Assessment;

namespace Alys.Tests.Assessment;

/// <summary>Which of several attempts gives the result.</summary>
public sealed class SittingResultTests
{
    private static AttemptRow Attempt(int number, decimal points, bool isMarked = true, decimal max = 10, AttemptState state = AttemptState.Submitted) => new()
    {
        Id = Guid.CreateVersion7(), Number = number, Points = points, MaxPoints = max, IsMarked = isMarked, State = state,
        SubmittedAt = state == AttemptState.Running ? null : new DateTime(2026, 11, 23, 10, number, 0, DateTimeKind.Utc),
    };

    private static readonly AttemptRow[] Three = [Attempt(2, 9), Attempt(1, 5), Attempt(3, 6, state: AttemptState.TimedOut), Attempt(4, 10, state: AttemptState.Running)];

    [Theory]
    [InlineData(CountingAttempt.Best, 90, 2)]
    [InlineData(CountingAttempt.Last, 60, 3)]
    [InlineData(CountingAttempt.First, 50, 1)]
    [InlineData(CountingAttempt.Average, 66.67, null)]
    public void EachRuleNamesItsAttemptAndARunningOneCountsForNothing(CountingAttempt rule, decimal percent, int? number)
    {
        var result = SittingResult.Of(rule, Three)!;
        Assert.Equal((percent, number, 3), (result.Percent, result.Number, result.Attempts));
        Assert.Equal(number is null, result.AttemptId is null);
    }

    [Fact]
    public void OfEqualAttemptsTheEarlierIsTheBest() => Assert.Equal(1, SittingResult.Of(CountingAttempt.Best, [Attempt(2, 5), Attempt(1, 10, max: 20)])!.Number);

    [Fact]
    public void WhatIsNotMarkedYetIsAwaitedExceptByTheBest()
    {
        AttemptRow[] waiting = [Attempt(1, 4), Attempt(2, 1, isMarked: false)];
        Assert.Equal(40m, SittingResult.Of(CountingAttempt.Best, waiting)!.Percent);
        Assert.Equal(40m, SittingResult.Of(CountingAttempt.First, waiting)!.Percent);
        Assert.Null(SittingResult.Of(CountingAttempt.Last, waiting));
        Assert.Null(SittingResult.Of(CountingAttempt.Average, waiting));
        Assert.Null(SittingResult.Of(CountingAttempt.Best, [Attempt(1, 0, state: AttemptState.Running)]));
    }
}
