namespace Alys.Grading.Plans;

/// <summary>A control event as the form gives it.</summary>
internal sealed class EventForm
{
    public ControlKind Kind { get; set; }
    public RatingPart Part { get; set; }
    public string? TitleKk { get; set; }
    public string? TitleRu { get; set; }
    public string? TitleEn { get; set; }
    public string? Weight { get; set; }
    public DateOnly? DueOn { get; set; }
    /// <summary>Empty for marks by hand, <c>sitting:…</c> or <c>unit:…</c>.</summary>
    public string? Source { get; set; }

    public static EventForm Of(ControlEvent item) => new()
    {
        Kind = item.Kind,
        Part = item.Part,
        TitleKk = item.Title.Kk,
        TitleRu = item.Title.Ru,
        TitleEn = item.Title.En,
        Weight = DecimalText.Of(item.Weight),
        DueOn = item.DueOn,
    };

    public NewEvent Wish() => new()
    {
        Kind = Kind,
        Part = Part,
        TitleKk = TitleKk,
        TitleRu = TitleRu,
        TitleEn = TitleEn,
        Weight = DecimalText.Parse(Weight),
        DueOn = DueOn,
        SittingId = IdAfter("sitting:"),
        UnitId = IdAfter("unit:"),
    };

    private Guid? IdAfter(string prefix) =>
        Source?.StartsWith(prefix, StringComparison.Ordinal) == true && Guid.TryParse(Source[prefix.Length..], out var id) ? id : null;
}
