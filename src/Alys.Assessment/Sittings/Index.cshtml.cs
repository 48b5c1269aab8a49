using Alys.Curriculum;
using Alys.Enrolment;

namespace Alys.Assessment.Sittings;

/// <summary>The sittings of the courses that the reader watches over.</summary>
[Needs(Rights.Watch)]
internal sealed class IndexModel : ListPage
{
    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public async Task<IActionResult> OnGet(int? course)
    {
        var attempts = Db.Attempts;
        var sittings = Db.Sittings.AsNoTracking().VisibleTo(Reader, Staff);
        var lines = from sitting in sittings
                    join c in Db.Set<CourseRow>() on sitting.CourseId equals c.Id
                    join subject in Db.Set<SubjectRow>() on c.SubjectId equals subject.Id
                    join g in Db.Set<GroupRow>() on c.GroupId equals g.Id
                    where course == null || c.No == course
                    orderby c.No, sitting.OpensAt, sitting.No
                    select new Line(sitting, c.No, g.Code, subject.NameKk, subject.NameRu, subject.NameEn,
                        attempts.Count(a => a.SittingId == sitting.Id && a.State == AttemptState.Running), attempts.Count(a => a.SittingId == sitting.Id && a.State != AttemptState.Running));
        Lines = await PartOf(lines);
        return Page();
    }

    /// <summary>As a learner one sees one's tests elsewhere.</summary>
    internal static readonly Visibility<Sitting> Staff = new([.. Sitting.Visibility.Rules.Where(r => r.Name != "assessment.sitting.group")]);

    internal sealed record Line(Sitting Sitting, int Course, string Group, string NameKk, string NameRu, string NameEn, int Running, int Over)
    {
        public LocalText Subject => new(NameKk, NameRu, NameEn);
    }
}
