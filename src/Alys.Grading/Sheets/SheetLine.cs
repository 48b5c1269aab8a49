namespace Alys.Grading;

/// <summary>A learner's line in a version of a sheet, as it was when the sheet was filled. Percentages have two decimals.</summary>
internal sealed class SheetLine : Entity
{
    public Guid SheetId { get; init; }
    public int Version { get; init; }
    public Guid PersonId { get; init; }
    public int Order { get; init; }
    public required string Name { get; init; }
    public OutcomeState State { get; init; }
    public decimal Rating1 { get; init; }
    public decimal Rating2 { get; init; }
    public decimal Admission { get; init; }
    public decimal? Exam { get; init; }
    public decimal? Final { get; init; }
    public string? Letter { get; init; }
    public decimal? Points { get; init; }
    public TraditionalMark? Traditional { get; init; }

    public bool IsAdmitted => State != OutcomeState.NotAdmitted;

    public static readonly IEqualityComparer<SheetLine> SameMarks = EqualityComparer<SheetLine>.Create(
        (a, b) => a!.Marks == b!.Marks, line => line.Marks.GetHashCode());

    private (Guid, OutcomeState, decimal, decimal, decimal, decimal?, decimal?, string?) Marks =>
        (PersonId, State, Rating1, Rating2, Admission, Exam, Final, Letter);

    public static SheetLine Of(GradeSheet sheet, int order, LearnerMarks learner)
    {
        var outcome = learner.Outcome!;
        return new SheetLine
        {
            SheetId = sheet.Id,
            Version = sheet.Version,
            PersonId = learner.PersonId,
            Order = order,
            Name = learner.Name,
            State = outcome.State,
            Rating1 = Rounded(outcome.Rating1) ?? 0,
            Rating2 = Rounded(outcome.Rating2) ?? 0,
            Admission = Rounded(outcome.Admission) ?? 0,
            Exam = Rounded(outcome.Exam),
            Final = Rounded(outcome.Final),
            Letter = outcome.Letter?.Letter,
            Points = outcome.Letter?.Points,
            Traditional = outcome.Letter?.Traditional,
        };
    }

    private static decimal? Rounded(decimal? percent) => percent is { } p ? Math.Round(p, 2, MidpointRounding.AwayFromZero) : null;
}
