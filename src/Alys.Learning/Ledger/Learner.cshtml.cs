using Alys.Access;
using Alys.Content;
using Alys.Enrolment;
using Alys.Learning.Courses;
using Alys.Learning.Deliveries;
using Alys.Learning.Openings;
using Alys.Learning.Submissions;

namespace Alys.Learning.Ledger;

/// <summary>The delivery ledger of one learner in a course, unit by unit.</summary>
[Needs(Rights.Follow)]
internal sealed class LearnerModel : AppPage
{
    [FromRoute] public int S { get; set; }
    [FromRoute] public int P { get; set; }

    public CourseHead Course { get; private set; } = null!;
    public string Name { get; private set; } = "";
    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public async Task<IActionResult> OnGet()
    {
        if (await Service<CourseQueries>().Find(Db, S, Reader, Now) is not { } course || !course.IsFollowedBy(Reader)) return NotFound();
        Course = course;
        var learner = await (from p in Db.Set<PersonRow>() where p.No == P && Db.Set<GroupMemberRow>().Any(m => m.GroupId == course.GroupId && m.PersonId == p.Id) select new { p.Id, p.Name }).FirstOrDefaultAsync(Ct);
        if (learner is null) return NotFound();
        Name = learner.Name;
        Lines = await (from d in Db.Set<Delivery>().Where(d => d.PersonId == learner.Id && d.CourseId == course.Id)
                       from u in Db.Set<PublishedUnitRow>().Where(u => u.Id == d.UnitId).DefaultIfEmpty()
                       from s in Db.Set<Submission>().Where(s => s.PersonId == learner.Id && s.CourseId == course.Id && s.UnitId == d.UnitId).DefaultIfEmpty()
                       orderby (int?)u!.Order ?? int.MaxValue, d.IssuedAt
                       select new Line
                       {
                           Title = u!.Title, Channel = d.Channel, IssuedAt = d.IssuedAt, OpenedAt = d.OpenedAt, FinishedAt = d.FinishedAt, Views = d.Views,
                           Work = s == null ? null : s.No, State = s == null ? null : s.State, Points = s == null ? null : s.Points,
                       }).AsNoTracking().ToListAsync(Ct);
        return Page();
    }

    internal sealed class Line
    {
        public string? Title { get; init; }
        public DeliveryChannel Channel { get; init; }
        public DateTime IssuedAt { get; init; }
        public DateTime? OpenedAt { get; init; }
        public DateTime? FinishedAt { get; init; }
        public int Views { get; init; }
        public int? Work { get; init; }
        public SubmissionState? State { get; init; }
        public decimal? Points { get; init; }
    }
}
