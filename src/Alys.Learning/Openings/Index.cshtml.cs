using Alys.Curriculum;
using Alys.Enrolment;
using Alys.Institution;

namespace Alys.Learning.Openings;

/// <summary>Which courses are open to their groups, until when, and why.</summary>
[Needs(Rights.Open, Rights.Except)]
internal sealed class IndexModel : ListPage
{
    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public async Task<IActionResult> OnGet()
    {
        var today = DateOnly.FromDateTime(Texts.Local(Now));
        var (all, wanted) = (Wanted is null, Wanted ?? "");
        Lines = await PartOf((from c in Db.Set<CourseRow>()
                       join s in Db.Set<SubjectRow>() on c.SubjectId equals s.Id
                       join g in Db.Set<GroupRow>() on c.GroupId equals g.Id
                       join p in Db.Set<PeriodRow>() on c.PeriodId equals p.Id
                       from o in Db.Set<Opening>().Where(o => o.CourseId == c.Id && (o.Until == null || o.Until >= today)).OrderByDescending(o => o.No).Take(1).DefaultIfEmpty()
                       where all || g.Code.Contains(wanted) || g.Code.Contains(Capitals) || s.NameKk.Contains(wanted) || s.NameKk.Contains(Capital) || s.NameRu.Contains(wanted) || s.NameRu.Contains(Capital) || s.NameEn.Contains(wanted) || s.NameEn.Contains(Capital)
                       orderby p.Start descending, g.Code, c.No
                       select new Line
                       {
                           No = c.No, SubjectKk = s.NameKk, SubjectRu = s.NameRu, SubjectEn = s.NameEn, Group = g.Code, PeriodKk = p.NameKk, PeriodRu = p.NameRu, PeriodEn = p.NameEn,
                           OpensOn = o == null ? null : o.OpensOn, Until = o == null ? null : o.Until, Reason = o == null ? null : o.Reason,
                       }).AsNoTracking());
        return Page();
    }

    internal sealed class Line
    {
        public int No { get; init; }
        public required string SubjectKk { get; init; }
        public required string SubjectRu { get; init; }
        public required string SubjectEn { get; init; }
        public required string Group { get; init; }
        public required string PeriodKk { get; init; }
        public required string PeriodRu { get; init; }
        public required string PeriodEn { get; init; }
        public DateOnly? OpensOn { get; init; }
        public DateOnly? Until { get; init; }
        public string? Reason { get; init; }
        public LocalText Subject => new(SubjectKk, SubjectRu, SubjectEn);
        public LocalText Period => new(PeriodKk, PeriodRu, PeriodEn);
    }
}
