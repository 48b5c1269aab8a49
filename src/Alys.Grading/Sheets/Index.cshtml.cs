using Alys.Enrolment;

namespace Alys.Grading.Sheets;

/// <summary>The grade sheets that the reader may see, those at work first, and before them on the first page the next courses without one.</summary>
[Needs(Rights.Enter, Rights.Check, Rights.Close, Rights.Reopen)]
internal sealed class IndexModel : ListPage
{
    private const int MostWithout = 50;

    public IReadOnlyList<(GradeSheet Sheet, string Title, string Group)> Sheets { get; private set; } = [];
    public IReadOnlyList<CourseHead> Without { get; private set; } = [];

    /// <summary>There are more courses without a sheet than stand here.</summary>
    public bool LacksMore { get; private set; }

    public async Task OnGet()
    {
        var courses = CourseHead.Found(Db, Db.Set<CourseRow>(), Wanted);
        var sheets = await PartOf(Db.GradeSheets.AsNoTracking().VisibleTo(Reader, GradeSheet.Visibility).Where(s => courses.Any(c => c.Id == s.CourseId))
            .OrderBy(GradeSheet.IsClosed).ThenByDescending(s => s.No).Include(s => s.Steps));
        var heads = (await CourseHead.Named(Db, [.. sheets.Select(s => s.CourseId)], Ct)).ToDictionary(c => c.Id);
        Sheets = [.. sheets.Select(s => (s, $"{heads[s.CourseId].Code} {heads[s.CourseId].Subject.In(T.Language)}", heads[s.CourseId].Group))];
        if (Part > 1 || !Reader.Has(Rights.Enter)) return;
        var without = await CourseHead.Rows(Db, courses.VisibleTo(Reader, CourseSight.By(Rights.Enter)).Where(c => !Db.Set<GradeSheet>().Any(s => s.CourseId == c.Id))).Take(MostWithout + 1).ToListAsync(Ct);
        (Without, LacksMore) = ([.. without.Take(MostWithout)], without.Count > MostWithout);
    }
}
