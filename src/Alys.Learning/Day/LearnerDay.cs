using Alys.Assessment;
using Alys.Communication;
using Alys.Content;
using Alys.Curriculum;
using Alys.Enrolment;
using Alys.Learning.Courses;
using Alys.Learning.Deliveries;
using Alys.Learning.Openings;
using Alys.Learning.Submissions;
using PeriodRow = Alys.Institution.PeriodRow;

namespace Alys.Learning.Day;

/// <summary>What a learner has to do and to know today, in five statements.</summary>
internal sealed class LearnerDay
{
    private const int Ahead = 21;
    private const int MostNew = 5;

    public IReadOnlyList<DayCourse> Courses { get; private init; } = [];
    public DayUnit? Continue { get; private init; }
    public IReadOnlyList<Due> Due { get; private init; } = [];
    public IReadOnlyList<DayUnit> New { get; private init; } = [];
    public IReadOnlyList<DayUnit> Reviewed { get; private init; } = [];
    public IReadOnlyList<DayAnswer> Answered { get; private init; } = [];

    public DayCourse Course(Guid id) => Courses.First(c => c.Id == id);

    public static async Task<LearnerDay> Of(Db db, Guid person, Guid[] groups, DateTime now, CancellationToken ct)
    {
        var today = DateOnly.FromDateTime(Texts.Local(now));
        var courses = await DayCourse.Of(db, groups, today, ct);
        if (courses.Count == 0) return new();
        var ids = courses.Select(c => c.Id).ToList();
        var packs = courses.Select(c => c.PackId).Distinct().ToList();
        var units = await (from o in db.Set<Opening>()
                           where ids.Contains(o.CourseId) && packs.Contains(o.PackId) && o.No == db.Set<Opening>().Where(x => x.CourseId == o.CourseId && x.OpensOn <= today && (x.Until == null || x.Until >= today)).Max(x => x.No)
                           join u in db.Set<PublishedUnitRow>() on o.PackId equals u.PackId
                           from d in db.Set<Delivery>().Where(d => d.PersonId == person && d.CourseId == o.CourseId && d.UnitId == u.Id && d.Channel == DeliveryChannel.Network).DefaultIfEmpty()
                           from s in db.Set<Submission>().Where(s => s.PersonId == person && s.CourseId == o.CourseId && s.UnitId == u.Id).DefaultIfEmpty()
                           orderby u.Order, u.No
                           select new DayUnit
                           {
                               CourseId = o.CourseId, No = u.No, Title = u.Title, IsTask = u.Kind == UnitKind.Task, TopicId = u.TopicId, MaxPoints = u.MaxPoints, Pages = u.Pages,
                               OpenedAt = d == null ? null : d.OpenedAt, ViewedAt = d == null ? null : d.ViewedAt, LastPage = d == null ? 0 : d.LastPage, FinishedAt = d == null ? null : d.FinishedAt,
                               State = s == null ? null : s.State, Points = s == null ? null : s.Points, ReviewedAt = s == null ? null : s.ReviewedAt, SeenAt = s == null ? null : s.SeenAt,
                           }).AsNoTracking().ToListAsync(ct);
        var syllabi = courses.Where(c => c.SyllabusId is not null).Select(c => c.SyllabusId!.Value).Distinct().ToList();
        var weeks = await db.Set<TopicRow>().Where(t => syllabi.Contains(t.SyllabusId)).Select(t => new { t.Id, t.SyllabusId, t.Week }).ToListAsync(ct);
        var sittings = await (from s in db.Set<SittingRow>()
                              where ids.Contains(s.CourseId) && s.ClosesAt > now && s.OpensAt < now.AddDays(Ahead)
                              orderby s.ClosesAt
                              select new CourseSitting
                              {
                                  Id = s.Id, CourseId = s.CourseId, TestId = s.TestId, No = s.No, TitleKk = s.TitleKk, TitleRu = s.TitleRu, TitleEn = s.TitleEn, Purpose = s.Purpose, OpensAt = s.OpensAt, ClosesAt = s.ClosesAt, Attempts = s.Attempts,
                                  Made = db.Set<AttemptRow>().Count(a => a.SittingId == s.Id && a.PersonId == person),
                                  IsRunning = db.Set<AttemptRow>().Any(a => a.SittingId == s.Id && a.PersonId == person && a.State == AttemptState.Running),
                              }).ToListAsync(ct);
        var week = now.AddDays(-7);
        var answered = await db.Set<QuestionRow>().Where(q => ids.Contains(q.CourseId) && q.AskedByPersonId == person && q.AnsweredAt >= week).OrderByDescending(q => q.AnsweredAt)
            .Select(q => new DayAnswer(q.CourseId, q.No, q.Topic, q.AnsweredAt!.Value)).Take(5).ToListAsync(ct);

        var calendars = courses.ToDictionary(c => c.Id, c => new StudyCalendar(c.Start, c.End, weeks.Where(w => w.SyllabusId == c.SyllabusId).Select(w => w.Week)));
        var weekOf = weeks.ToDictionary(w => w.Id, w => w.Week);
        foreach (var course in courses) (course.Count, course.Done) = (units.Count(u => u.CourseId == course.Id), units.Count(u => u.CourseId == course.Id && u.IsDone));
        var tasks = from u in units
                    where u.NeedsWork && u.TopicId is { } topic && weekOf.ContainsKey(topic)
                    let due = calendars[u.CourseId].DueOn(weekOf[u.TopicId!.Value])
                    where due is not null && due <= today.AddDays(Ahead)
                    select new Due(due.Value, u, null);
        var tests = sittings.Where(s => s.IsRunning || s.Attempts == 0 && s.Purpose != Purpose.Training || s.Made < s.Attempts).Select(s => new Due(DateOnly.FromDateTime(Texts.Local(s.ClosesAt)), null, s));
        return new()
        {
            Courses = courses,
            Continue = units.Where(u => u.ViewedAt is not null && !u.IsDone).MaxBy(u => u.ViewedAt),
            Due = [.. tasks.Concat(tests).OrderBy(d => d.On).Take(12)],
            New = [.. courses.SelectMany(c => units.Where(u => u.CourseId == c.Id && u.OpenedAt is null && !u.IsDone).Take(MostNew))],
            Reviewed = [.. units.Where(u => u.ReviewedAt is not null && u.SeenAt is null).OrderByDescending(u => u.ReviewedAt)],
            Answered = answered,
        };
    }
}

/// <summary>A course that the learner studies now.</summary>
internal sealed class DayCourse
{
    public Guid Id { get; init; }
    public int No { get; init; }
    public required string SubjectKk { get; init; }
    public required string SubjectRu { get; init; }
    public required string SubjectEn { get; init; }
    public DateOnly Start { get; init; }
    public DateOnly End { get; init; }
    public Guid PackId { get; init; }
    public Guid? SyllabusId { get; init; }
    public int Done { get; set; }
    public int Count { get; set; }
    public LocalText Subject => new(SubjectKk, SubjectRu, SubjectEn);

    public static Task<List<DayCourse>> Of(Db db, Guid[] groups, DateOnly today, CancellationToken ct)
    {
        var mine = groups.ToList();
        return (from c in db.Set<CourseRow>().Where(c => mine.Contains(c.GroupId))
                join s in db.Set<SubjectRow>() on c.SubjectId equals s.Id
                join p in db.Set<PeriodRow>() on c.PeriodId equals p.Id
                from o in db.Set<Opening>().Where(o => o.CourseId == c.Id && o.OpensOn <= today && (o.Until == null || o.Until >= today)).OrderByDescending(o => o.No).Take(1)
                join k in db.Set<PackRow>() on o.PackId equals k.Id
                orderby p.Start descending, c.No
                select new DayCourse { Id = c.Id, No = c.No, SubjectKk = s.NameKk, SubjectRu = s.NameRu, SubjectEn = s.NameEn, Start = p.Start, End = p.End, PackId = o.PackId, SyllabusId = k.SyllabusId ?? c.SyllabusId })
            .Take(20).AsNoTracking().ToListAsync(ct);
    }
}

/// <summary>A unit on the learner's day.</summary>
internal sealed class DayUnit
{
    public Guid CourseId { get; init; }
    public int No { get; init; }
    public required string Title { get; init; }
    public bool IsTask { get; init; }
    public Guid? TopicId { get; init; }
    public int? MaxPoints { get; init; }
    public int Pages { get; init; }
    public DateTime? OpenedAt { get; init; }
    public DateTime? ViewedAt { get; init; }
    public int LastPage { get; init; }
    public DateTime? FinishedAt { get; init; }
    public SubmissionState? State { get; init; }
    public decimal? Points { get; init; }
    public DateTime? ReviewedAt { get; init; }
    public DateTime? SeenAt { get; init; }
    public bool NeedsWork => IsTask && State is null or SubmissionState.Returned;
    public bool IsDone => FinishedAt is not null && State is not SubmissionState.Returned;
}

/// <summary>Something with a day: a task or a test.</summary>
internal sealed record Due(DateOnly On, DayUnit? Task, CourseSitting? Test);

/// <summary>A question that was answered lately.</summary>
internal sealed record DayAnswer(Guid CourseId, int No, string Topic, DateTime At);
