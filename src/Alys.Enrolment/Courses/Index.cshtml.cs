using Alys.Curriculum;
using Alys.Institution;

namespace Alys.Enrolment;

[Needs(EnrolmentRights.See)]
internal sealed class CoursesModel : ListPage
{
    public sealed record Line(int No, LocalText Subject, string Group, LocalText Period, int? Syllabus);

    public IReadOnlyList<Line> Courses { get; private set; } = [];
    public bool MayEdit => Reader.Everywhere(EnrolmentRights.Edit);

    public async Task OnGet()
    {
        var (all, wanted) = (Wanted is null, Wanted ?? "");
        Courses = await PartOf(
            from c in Db.Courses.VisibleTo(Reader, Course.Visibility)
            join s in Db.Set<SubjectRow>() on c.SubjectId equals s.Id
            join g in Db.Groups on c.GroupId equals g.Id
            join p in Db.Set<PeriodRow>() on c.PeriodId equals p.Id
            where all || g.Code.Contains(wanted) || g.Code.Contains(Capitals) || s.NameKk.Contains(wanted) || s.NameKk.Contains(Capital) || s.NameRu.Contains(wanted) || s.NameRu.Contains(Capital) || s.NameEn.Contains(wanted) || s.NameEn.Contains(Capital)
            orderby p.Start descending, g.Code, c.No
            select new Line(c.No, new LocalText(s.NameKk, s.NameRu, s.NameEn), g.Code, new LocalText(p.NameKk, p.NameRu, p.NameEn),
                Db.Set<SyllabusRow>().Where(y => y.Id == c.SyllabusId).Select(y => (int?)y.Version).FirstOrDefault()));
    }
}
