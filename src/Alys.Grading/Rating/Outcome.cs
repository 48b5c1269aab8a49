namespace Alys.Grading;

/// <summary>A control event with what one learner has reached in it; no percentage means no mark yet.</summary>
internal sealed record EventMark(RatingPart Part, decimal Weight, decimal? Percent);

internal enum OutcomeState { InProgress, NotAdmitted, Admitted, Absent, ExamFailed, Passed }

/// <summary>Where a learner stands in a course: both ratings, admission, exam and final grade, as far as they exist.</summary>
internal sealed record Outcome
{
    private Outcome()
    {
    }

    public required RatingRule Rule { get; init; }

    public required IReadOnlyList<EventMark> Marks { get; init; }

    public required OutcomeState State { get; init; }

    /// <summary>Percentages, unrounded. A rating is null while none of its events has a mark.</summary>
    public decimal? Rating1 { get; init; }

    public decimal? Rating2 { get; init; }

    public decimal? Admission { get; init; }

    public decimal? Exam { get; init; }

    /// <summary>Only when both parts are positive: an examination below its threshold leaves no final grade, however high the sum.</summary>
    public decimal? Final { get; init; }

    /// <summary>The letter of the final grade, or of the failed examination (FX or F).</summary>
    public ScaleRow? Letter { get; init; }

    /// <param name="complete">Whether no further mark is awaited: what is missing counts as 0 and a missing examination as an absence.</param>
    public static Outcome Of(RatingRule rule, GradeScale scale, PercentRounding rounding, IReadOnlyList<EventMark> marks, bool complete)
    {
        foreach (var part in marks.GroupBy(m => m.Part))
            if (part.Sum(m => m.Weight) != 1) throw new ArgumentException($"The weights of {part.Key} must sum to 1.", nameof(marks));
        var start = new Outcome
        {
            Rule = rule,
            Marks = marks,
            State = OutcomeState.InProgress,
            Rating1 = Weighted(marks, RatingPart.Rating1, complete),
            Rating2 = Weighted(marks, RatingPart.Rating2, complete),
        };
        var awaited = !complete && marks.Any(m => m.Part != RatingPart.Exam && m.Percent is null);
        if (awaited || start.Rating1 is not { } r1 || start.Rating2 is not { } r2) return start;

        var rated = start with { Admission = (r1 + r2) / 2 };
        if (rated.Admission < rule.AdmissionFrom || (rule.EachRating && Math.Min(r1, r2) < rule.AdmissionFrom))
            return rated with { State = OutcomeState.NotAdmitted };

        var sat = marks.Any(m => m.Part == RatingPart.Exam && m.Percent is not null);
        if (!sat) return rated with { State = complete ? OutcomeState.Absent : OutcomeState.Admitted };

        if (!complete && marks.Any(m => m.Part == RatingPart.Exam && m.Percent is null)) return rated with { State = OutcomeState.Admitted };

        var exam = Weighted(marks, RatingPart.Exam, complete)!.Value;
        if (exam < rule.ExamFrom)
            return rated with { State = OutcomeState.ExamFailed, Exam = exam, Letter = scale.OfFailure(exam, rounding) };

        var final = rule.RatingWeight * rated.Admission.Value + rule.ExamWeight * exam;
        return rated with { State = OutcomeState.Passed, Exam = exam, Final = final, Letter = scale.Of(final, rounding) };
    }

    private static decimal? Weighted(IReadOnlyList<EventMark> marks, RatingPart part, bool complete)
    {
        var events = marks.Where(m => m.Part == part).ToList();
        if (events.Count == 0 || (!complete && events.All(m => m.Percent is null))) return null;
        return events.Sum(m => m.Weight * (m.Percent ?? 0));
    }
}
