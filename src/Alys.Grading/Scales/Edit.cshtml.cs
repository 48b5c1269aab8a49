using Microsoft.AspNetCore.Mvc.Rendering;

namespace Alys.Grading.ScalePages;

/// <summary>Edits the rows of a letter scale, or makes one in force from a later day (<c>new</c>). Closed sheets keep the letters they have.</summary>
[Needs(Rights.Scale)]
internal sealed class EditModel : AppPage
{
    private const int Spare = 2;

    [FromRoute] public string Day { get; set; } = "";
    [BindProperty] public DateOnly? From { get; set; }
    [BindProperty] public List<RowForm> Rows { get; set; } = [];
    public IReadOnlyList<SelectListItem> Marks => [.. Enum.GetValues<TraditionalMark>().Reverse().Select(m => new SelectListItem(T["enum.TraditionalMark." + m], m.ToString()))];
    public bool IsNew => Day == "new";

    public async Task<IActionResult> OnGet()
    {
        var scales = await Grading.Scales.All(Db, Ct);
        var scale = IsNew ? scales[^1] : scales.FirstOrDefault(s => s.From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) == Day);
        if (scale is null) return NotFound();
        if (!IsNew) From = scale.From;
        if (Request.HasFormContentType) return Page();
        Rows = [.. scale.Rows.Select(RowForm.Of), .. Enumerable.Range(0, Spare).Select(_ => new RowForm())];
        return Page();
    }

    public Task<IActionResult> OnPost() => Act(async act =>
    {
        var scales = await Grading.Scales.All(Db, Ct);
        if (!IsNew) From = scales.FirstOrDefault(s => s.From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) == Day)?.From;
        if (From is not { } from) throw new Refusal("grading.refusal.scale-day") { Field = nameof(From) };
        if (IsNew && scales.Any(s => s.From == from)) throw new Refusal("grading.refusal.scale-exists") { Field = nameof(From) };
        await Grading.Scales.Set(act, RowForm.Scale(from, Rows));
        return Done("/grading/scales", "grading.scale.saved");
    }, OnGet);
}

/// <summary>A row of the scale as typed; a row without a letter is left out.</summary>
internal sealed class RowForm
{
    public string? Letter { get; set; }
    public string? Points { get; set; }
    public string? FromPercent { get; set; }
    public TraditionalMark Traditional { get; set; }

    public static RowForm Of(ScaleRow row) => new()
    {
        Letter = row.Letter,
        Points = DecimalText.Of(row.Points),
        FromPercent = row.FromPercent.ToString(CultureInfo.InvariantCulture),
        Traditional = row.Traditional,
    };

    /// <exception cref="Refusal">The rows do not cover 0 to 100, or a number is wrong.</exception>
    public static GradeScale Scale(DateOnly from, IEnumerable<RowForm> rows)
    {
        var given = rows.Where(r => !string.IsNullOrWhiteSpace(r.Letter)).Select(r => r.Row()).ToList();
        try
        {
            return new GradeScale(from, given);
        }
        catch (ArgumentException)
        {
            throw new Refusal("grading.refusal.scale");
        }
    }

    private ScaleRow Row()
    {
        var letter = Letter!.Trim();
        var points = DecimalText.Parse(Points);
        if (letter.Length > 8 || points is not (>= 0 and <= 10) || !int.TryParse(FromPercent, NumberStyles.None, CultureInfo.InvariantCulture, out var percent) || percent > 100)
            throw new Refusal("grading.refusal.scale-row", letter);
        return new(letter, points.Value, percent, Traditional);
    }
}
