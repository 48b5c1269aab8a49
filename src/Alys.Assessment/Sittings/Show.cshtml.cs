using Alys.Access;
using Alys.Enrolment;

namespace Alys.Assessment.Sittings;

/// <summary>Who is taking the test now, who has, who has not; extra time.</summary>
[Needs(Rights.Watch)]
internal sealed class ShowModel : AppPage
{
    public Sitting Sitting { get; private set; } = null!;
    public int Course { get; private set; }
    public IReadOnlyList<Line> Lines { get; private set; } = [];
    public IReadOnlyDictionary<Guid, int> Extra { get; private set; } = new Dictionary<Guid, int>();
    public bool MayGiveTime { get; private set; }
    public bool MayEdit { get; private set; }
    public int Overrides { get; private set; }

    public async Task<IActionResult> OnGet(int course, int no)
    {
        var sittings = Db.Sittings.AsNoTracking().VisibleTo(Reader, IndexModel.Staff);
        var sitting = await (from x in sittings join c in Db.Set<CourseRow>() on x.CourseId equals c.Id where c.No == course && x.No == no select x).FirstOrDefaultAsync(Ct);
        if (sitting is null) return NotFound();
        (Sitting, Course) = (sitting, course);
        MayGiveTime = Reader.May(Rights.GiveTime, sitting.Scope);
        MayEdit = Reader.May(Rights.GiveTests, sitting.Scope);
        var today = DateOnly.FromDateTime(Texts.Local(Now));
        var members = await (from m in Db.Set<GroupMemberRow>()
                             join p in Db.Set<PersonRow>() on m.PersonId equals p.Id
                             where m.GroupId == sitting.GroupId && m.From <= today && (m.To == null || m.To >= today)
                             select new { p.Id, p.No, p.Name }).ToListAsync(Ct);
        var attempts = await (from a in Db.Attempts
                              join p in Db.Set<PersonRow>() on a.PersonId equals p.Id
                              where a.SittingId == sitting.Id
                              select new { p.Id, p.No, p.Name, a.Code, a.Number, a.State, a.StartedAt, a.Deadline, a.SubmittedAt, a.Points, a.MaxPoints, a.IsMarked, a = a.Id }).ToListAsync(Ct);
        var running = attempts.Where(a => a.State == AttemptState.Running).Select(a => a.a).ToArray();
        var answers = await Db.Answers.Where(x => running.Contains(x.AttemptId)).GroupBy(x => x.AttemptId)
            .Select(g => new { g.Key, Count = g.Select(x => x.Item).Distinct().Count(), Last = g.Max(x => x.ReceivedAt) }).ToDictionaryAsync(x => x.Key, Ct);
        Extra = await Db.ExtraTimes.Where(e => e.SittingId == sitting.Id).GroupBy(e => e.PersonId).Select(g => new { g.Key, Sum = g.Sum(e => e.Minutes) }).ToDictionaryAsync(e => e.Key, e => e.Sum, Ct);
        Overrides = await Db.Overrides.CountAsync(o => o.SittingId == sitting.Id && o.EndedAt == null, Ct);
        Lines =
        [
            .. attempts.Select(a => new Line(a.Id, a.No, a.Name, a.Code, a.Number, a.State, a.StartedAt, a.Deadline, a.SubmittedAt, a.Points, a.MaxPoints, a.IsMarked, answers.GetValueOrDefault(a.a)?.Count ?? 0, answers.GetValueOrDefault(a.a)?.Last)),
            .. members.Where(m => attempts.All(a => a.Id != m.Id)).Select(m => new Line(m.Id, m.No, m.Name, null, 0, null, null, null, null, null, 0, false, 0, null)),
        ];
        Lines = [.. Lines.OrderBy(l => l.State switch { AttemptState.Running => 0, null => 2, _ => 1 }).ThenBy(l => l.Name, StringComparer.Create(T.Culture, true)).ThenBy(l => l.Number)];
        return Page();
    }

    internal sealed record Line(Guid PersonId, int PersonNo, string Name, string? Code, int Number, AttemptState? State, DateTime? StartedAt, DateTime? Deadline, DateTime? SubmittedAt,
        decimal? Points, decimal MaxPoints, bool IsMarked, int Answered, DateTime? LastAnswer);
}
