namespace Alys.Grading;

/// <summary>An act on a sheet that is worth a signature: who, when, why.</summary>
internal sealed class SheetStep : Entity
{
    public Guid SheetId { get; init; }
    public int Version { get; init; }
    public int Order { get; init; }
    public SheetStepKind Kind { get; init; }
    public DateTime At { get; init; }
    public Guid ByPersonId { get; init; }
    public string? Reason { get; init; }
}
