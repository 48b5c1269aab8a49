namespace Alys.Grading;

/// <summary>The part of the final grade that a control event feeds.</summary>
internal enum RatingPart { Rating1, Rating2, Exam }

/// <summary>
/// How a course's marks become its final grade: РД = (R1 + R2) / 2, admission from a threshold, final = weights · (РД, exam).
/// The weights sum to 1; thresholds are percentages that are compared unrounded.
/// </summary>
internal sealed record RatingRule
{
    public RatingRule(decimal ratingWeight, decimal examWeight, decimal admissionFrom, decimal examFrom, bool eachRating)
    {
        if (ratingWeight < 0 || examWeight < 0 || ratingWeight + examWeight != 1) throw new ArgumentException("The weights must sum to 1.", nameof(examWeight));
        if (admissionFrom is < 0 or > 100) throw new ArgumentOutOfRangeException(nameof(admissionFrom));
        if (examFrom is < 0 or > 100) throw new ArgumentOutOfRangeException(nameof(examFrom));
        (RatingWeight, ExamWeight, AdmissionFrom, ExamFrom, EachRating) = (ratingWeight, examWeight, admissionFrom, examFrom, eachRating);
    }

    public static RatingRule Usual { get; } = new(0.6m, 0.4m, 50, 50, eachRating: false);

    public decimal RatingWeight { get; }

    public decimal ExamWeight { get; }

    /// <summary>The least admission rating, in per cent.</summary>
    public decimal AdmissionFrom { get; }

    /// <summary>The least positive result of the examination, in per cent.</summary>
    public decimal ExamFrom { get; }

    /// <summary>Whether R1 and R2 must each reach the threshold, not their mean alone.</summary>
    public bool EachRating { get; }
}
