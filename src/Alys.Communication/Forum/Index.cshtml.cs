using Alys.Access;
using Alys.Communication.Courses;

namespace Alys.Communication.Forum;

[Needs(Rights.TakePart, Rights.Oversee)]
internal sealed class IndexModel : AppPage
{
    private const int PageSize = 30;

    [FromRoute] public int S { get; set; }
    [FromQuery(Name = "p")] public int? Page0 { get; set; }

    public int PageNo => Math.Clamp(Page0 ?? 1, 1, 10_000);
    public CourseView Course { get; private set; } = null!;
    public IReadOnlyList<Line> Lines { get; private set; } = [];
    public bool HasNext { get; private set; }
    public bool MayWrite { get; private set; }

    public async Task<IActionResult> OnGet()
    {
        if (await Db.CoursesFor(Reader).FirstOrDefaultAsync(c => c.No == S, Ct) is not { } course) return NotFound();
        Course = course;
        MayWrite = course.Lets(Reader, Rights.TakePart);
        var marks = Db.ReadMarks.Where(m => m.PersonId == Reader.PersonId);
        var lines = await (from t in Db.Threads
                           join person in Db.Set<PersonRow>() on t.ByPersonId equals person.Id
                           where t.CourseId == course.Id
                           orderby t.PinnedAt == null, t.LastPostAt descending
                           select new Line
                           {
                               No = t.No, Title = t.Title, By = person.Name, Posts = t.LastPostNo, LastAt = t.LastPostAt, IsPinned = t.PinnedAt != null, IsClosed = t.ClosedAt != null,
                               Seen = marks.Where(m => m.ThreadId == t.Id).Max(m => (int?)m.PostNo) ?? 0,
                           }).Skip((PageNo - 1) * PageSize).Take(PageSize + 1).ToListAsync(Ct);
        (Lines, HasNext) = ([.. lines.Take(PageSize)], lines.Count > PageSize);
        return Page();
    }

    internal sealed class Line
    {
        public int No { get; init; }
        public required string Title { get; init; }
        public required string By { get; init; }
        public int Posts { get; init; }
        public DateTime LastAt { get; init; }
        public bool IsPinned { get; init; }
        public bool IsClosed { get; init; }
        public int Seen { get; init; }
        public int New => Posts - Seen;
    }
}
