using Alys.Access;
using Alys.Content;
using Alys.Curriculum;
using Alys.Enrolment;
using Alys.Learning.Submissions;

namespace Alys.Learning.Reviews;

/// <summary>Works that wait for a review, the oldest first.</summary>
[Needs(Rights.Review)]
internal sealed class IndexModel : AppPage
{
    private const int PageSize = 50;

    [FromQuery(Name = "p")] public int? PageNo { get; set; }
    public int Number => Math.Clamp(PageNo ?? 1, 1, 10_000);
    public IReadOnlyList<Line> Lines { get; private set; } = [];
    public bool HasNext { get; private set; }

    public async Task<IActionResult> OnGet()
    {
        var lines = await (from s in Db.Submissions.VisibleTo(Reader, ToReview)
                           where s.State == SubmissionState.HandedIn
                           join c in Db.Set<CourseRow>() on s.CourseId equals c.Id
                           join g in Db.Set<GroupRow>() on c.GroupId equals g.Id
                           join j in Db.Set<SubjectRow>() on c.SubjectId equals j.Id
                           join p in Db.Set<PersonRow>() on s.PersonId equals p.Id
                           from u in Db.Set<PublishedUnitRow>().Where(u => u.Id == s.UnitId).DefaultIfEmpty()
                           orderby s.HandedInAt
                           select new Line
                           {
                               No = s.No, Title = u!.Title ?? "", By = p.Name, Group = g.Code, SubjectKk = j.NameKk, SubjectRu = j.NameRu, SubjectEn = j.NameEn,
                               At = s.HandedInAt, Versions = s.Versions,
                           }).Skip((Number - 1) * PageSize).Take(PageSize + 1).ToListAsync(Ct);
        (Lines, HasNext) = ([.. lines.Take(PageSize)], lines.Count > PageSize);
        return Page();
    }

    /// <summary>The works that the reader may review.</summary>
    internal static readonly Visibility<Submission> ToReview = new(
        new("learning.submission.reviewer", r => r.ScopesOf(Rights.Review, ScopeKinds.Course).ToList() is { Count: > 0 } courses ? s => courses.Contains(s.CourseId) : null),
        new("learning.submission.reviewer-everywhere", r => r.Everywhere(Rights.Review) ? s => true : null));

    internal sealed class Line
    {
        public int No { get; init; }
        public required string Title { get; init; }
        public required string By { get; init; }
        public required string Group { get; init; }
        public required string SubjectKk { get; init; }
        public required string SubjectRu { get; init; }
        public required string SubjectEn { get; init; }
        public DateTime At { get; init; }
        public int Versions { get; init; }
        public LocalText Subject => new(SubjectKk, SubjectRu, SubjectEn);
    }
}
