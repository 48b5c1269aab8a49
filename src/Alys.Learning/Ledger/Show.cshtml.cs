using Alys.Access;
using Alys.Content;
using Alys.Enrolment;
using Alys.Learning.Courses;
using Alys.Learning.Deliveries;
using Alys.Learning.Openings;
using Alys.Learning.Submissions;

namespace Alys.Learning.Ledger;

/// <summary>The delivery ledger of a course by learner: issued, opened, finished, handed in (clauses 9.2, 27c).</summary>
[Needs(Rights.Follow)]
internal sealed class ShowModel : AppPage
{
    [FromRoute] public int S { get; set; }

    public CourseHead Course { get; private set; } = null!;
    public IReadOnlyList<Line> Lines { get; private set; } = [];
    public int Units { get; private set; }

    public async Task<IActionResult> OnGet()
    {
        if (await Service<CourseQueries>().Find(Db, S, Reader, Now) is not { } course || !course.IsFollowedBy(Reader)) return NotFound();
        Course = course;
        Units = course.PackId is { } pack ? await Db.Set<PublishedUnitRow>().CountAsync(u => u.PackId == pack, Ct) : 0;
        var today = DateOnly.FromDateTime(Texts.Local(Now));
        Lines = await (from m in Db.Set<GroupMemberRow>()
                       where m.GroupId == course.GroupId && m.From <= today && (m.To == null || m.To >= today)
                       join p in Db.Set<PersonRow>() on m.PersonId equals p.Id
                       orderby p.Surname, p.Given
                       select new Line
                       {
                           No = p.No, Name = p.Name,
                           Issued = Db.Set<Delivery>().Where(d => d.PersonId == m.PersonId && d.CourseId == course.Id).Count(),
                           Opened = Db.Set<Delivery>().Where(d => d.PersonId == m.PersonId && d.CourseId == course.Id).Count(d => d.OpenedAt != null),
                           Finished = Db.Set<Delivery>().Where(d => d.PersonId == m.PersonId && d.CourseId == course.Id).Count(d => d.FinishedAt != null),
                           LastAt = Db.Set<Delivery>().Where(d => d.PersonId == m.PersonId && d.CourseId == course.Id).Max(d => d.ViewedAt),
                           HandedIn = Db.Set<Submission>().Where(s => s.PersonId == m.PersonId && s.CourseId == course.Id).Count(),
                           Waiting = Db.Set<Submission>().Where(s => s.PersonId == m.PersonId && s.CourseId == course.Id).Count(s => s.State == SubmissionState.HandedIn),
                       }).ToListAsync(Ct);
        Lines = [.. Lines.OrderBy(l => l.Name, StringComparer.Create(CultureInfo.GetCultureInfo("kk-KZ"), ignoreCase: true))];
        return Page();
    }

    internal sealed class Line
    {
        public int No { get; init; }
        public required string Name { get; init; }
        public int Issued { get; init; }
        public int Opened { get; init; }
        public int Finished { get; init; }
        public DateTime? LastAt { get; init; }
        public int HandedIn { get; init; }
        public int Waiting { get; init; }
    }
}
