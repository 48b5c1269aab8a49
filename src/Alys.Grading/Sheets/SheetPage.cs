namespace Alys.Grading.Sheets;

/// <summary>What the pages of a sheet share: the sheet, found through the reader, with its course.</summary>
internal abstract class SheetPage : AppPage
{
    [FromRoute] public int No { get; set; }
    public GradeSheet Sheet { get; private set; } = null!;
    public CourseHead Course { get; private set; } = null!;
    public string Here => $"/grading/sheets/{No}";

    public IReadOnlyList<Crumb> Trail(string? last) => last is null
        ? Crumb.Trail(new Crumb(T["grading.sheets"], "/grading/sheets"), new Crumb($"№ {No}", null))
        : Crumb.Trail(new Crumb(T["grading.sheets"], "/grading/sheets"), new Crumb($"№ {No}", Here), new Crumb(last, null));

    /// <summary>Finds the sheet for who has one of the rights in its course; false where it does not exist for her.</summary>
    protected async Task<bool> Find(params string[] rights)
    {
        var sheet = await Db.GradeSheets.VisibleTo(Reader, GradeSheet.Visibility).Include(s => s.Steps).Include(s => s.AllLines).AsSplitQuery().FirstOrDefaultAsync(s => s.No == No, Ct);
        if (sheet is null || (rights.Length > 0 && !rights.Any(r => Reader.May(r, sheet.Scope)))) return false;
        Sheet = sheet;
        Course = await CourseHead.Of(Db, sheet.CourseId, Ct);
        return true;
    }

    /// <summary>The marks as they stand when nothing more is awaited.</summary>
    protected async Task<CourseMarks> Settled() =>
        await CourseMarks.Load(Db, Course, new Settling(Service<GradingOptions>().Rounding, Now) { Complete = true }, Ct) ?? throw new Refusal("grading.refusal.plan-not-sound");
}
