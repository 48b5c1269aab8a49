namespace Alys.Grading.Sheets;

/// <summary>The grade sheets that the reader may see, those at work first.</summary>
[Needs(Rights.Enter, Rights.Check, Rights.Close, Rights.Reopen)]
internal sealed class IndexModel : AppPage
{
    public IReadOnlyList<(GradeSheet Sheet, string Title, string Group)> Sheets { get; private set; } = [];
    public IReadOnlyList<CourseHead> Without { get; private set; } = [];

    public async Task OnGet()
    {
        var sheets = await Db.GradeSheets.AsNoTracking().VisibleTo(Reader, GradeSheet.Visibility).Include(s => s.Steps).ToListAsync(Ct);
        var courses = (await CourseHead.Named(Db, [.. sheets.Select(s => s.CourseId)], Ct)).ToDictionary(c => c.Id);
        Sheets = [.. sheets.OrderBy(s => s.MayBeReopened).ThenByDescending(s => s.No)
            .Select(s => (s, $"{courses[s.CourseId].Code} {courses[s.CourseId].Subject.In(T.Language)}", courses[s.CourseId].Group))];
        if (Reader.Has(Rights.Enter)) Without = [.. (await CourseHead.All(Db, Reader, Rights.Enter, Ct)).Where(c => !courses.ContainsKey(c.Id))];
    }
}
