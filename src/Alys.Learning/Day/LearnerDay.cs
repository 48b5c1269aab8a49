using Alys.Assessment;
using Alys.Communication;
using Alys.Content;
using Alys.Curriculum;
using Alys.Enrolment;
using Alys.Learning.Courses;
using Alys.Learning.Deliveries;
using Alys.Learning.DueDays;
using Alys.Learning.Openings;
using Alys.Learning.Submissions;
using PeriodRow = Alys.Institution.PeriodRow;

namespace Alys.Learning.Day;

/// <summary>What a learner has to do and to know today, in at most five statements.</summary>
internal sealed class LearnerDay
{
    private const int Ahead = 21;
    private const int MostNew = 5;
    private const int MostTasks = 12;

    public IReadOnlyList<DayCourse> Courses { get; private init; } = [];
    public DayUnit? Continue { get; private init; }
    public IReadOnlyList<Due> Due { get; private init; } = [];
    public IReadOnlyList<DayUnit> New { get; private init; } = [];
    public IReadOnlyList<DayUnit> Reviewed { get; private init; } = [];
    public IReadOnlyList<DayAnswer> Answered { get; private init; } = [];

    public DayCourse Course(Guid id) => Courses.First(c => c.Id == id);

    public static async Task<LearnerDay> Of(Db db, Guid person, Guid[] groups, CourseTopics topics, PackUnits packUnits, CourseSittings given, DateTime now, CancellationToken ct)
    {
        var today = DateOnly.FromDateTime(Texts.Local(now));
        var courses = await DayCourse.Of(db, groups, today, ct);
        if (courses.Count == 0) return new();
        var ids = courses.Select(c => c.Id).ToList();
        var packs = courses.Select(c => c.PackId).Distinct().ToList();
        var progress = (await (from d in db.Set<Delivery>().Where(d => d.PersonId == person && ids.Contains(d.CourseId) && d.Channel == DeliveryChannel.Network)
                               from s in db.Set<Submission>().Where(s => s.PersonId == person && s.CourseId == d.CourseId && s.UnitId == d.UnitId).DefaultIfEmpty()
                               from x in db.Set<DueDay>().Where(x => x.CourseId == d.CourseId && x.UnitId == d.UnitId).DefaultIfEmpty()
                               select new UnitProgress
                               {
                                   CourseId = d.CourseId, UnitId = d.UnitId, DueOn = x == null ? null : x.On, IsOpened = d.OpenedAt != null, ViewedAt = d.ViewedAt, LastPage = d.LastPage, IsFinished = d.FinishedAt != null,
                                   State = s == null ? null : s.State, Points = s == null ? null : s.Points, ReviewedAt = s == null ? null : s.ReviewedAt, SeenAt = s == null ? null : s.SeenAt,
                               }).AsNoTracking().ToListAsync(ct)).ToDictionary(p => (p.CourseId, p.UnitId));
        var rows = new Dictionary<Guid, IReadOnlyList<PublishedUnitRow>>();
        foreach (var pack in packs) rows[pack] = await packUnits.Of(db, pack);
        var units = courses.SelectMany(c => rows[c.PackId].Select(u => new DayUnit
        {
            CourseId = c.Id, No = u.No, Title = u.Title, IsTask = u.Kind == Content.UnitKind.Task, TopicId = u.TopicId, MaxPoints = u.MaxPoints, Mine = progress.GetValueOrDefault((c.Id, u.Id)),
        })).ToList();
        var plans = new Dictionary<Guid, IReadOnlyList<CourseTopic>>();
        foreach (var course in courses) plans[course.Id] = course.SyllabusId is { } syllabus ? await topics.Of(db, syllabus, ct) : [];
        var sittings = (await given.Of(db, ids, person, s => s.ClosesAt > now && s.OpensAt < now.AddDays(Ahead), ct)).OrderBy(s => s.ClosesAt);
        var week = now.AddDays(-7);
        var answered = await db.Set<QuestionRow>().Where(q => ids.Contains(q.CourseId) && q.AskedByPersonId == person && q.AnsweredAt >= week).OrderByDescending(q => q.AnsweredAt)
            .Select(q => new DayAnswer(q.CourseId, q.No, q.Topic, q.AnsweredAt!.Value)).Take(5).ToListAsync(ct);

        var calendars = courses.ToDictionary(c => c.Id, c => new StudyCalendar(c.Start, c.End, plans[c.Id].Select(t => t.Week)));
        var weekOf = plans.Values.SelectMany(p => p).DistinctBy(t => t.Id).ToDictionary(t => t.Id, t => t.Week);
        foreach (var course in courses) (course.Count, course.Done) = (units.Count(u => u.CourseId == course.Id), units.Count(u => u.CourseId == course.Id && u.IsDone));
        var tasks = from u in units
                    where u.NeedsWork
                    let due = u.Mine?.DueOn ?? (u.TopicId is { } topic && weekOf.TryGetValue(topic, out var its) ? calendars[u.CourseId].DueOn(its) : null)
                    where due is not null && due <= today.AddDays(Ahead)
                    select new Due(due.Value, u, null);
        var tests = sittings.Where(s => s.IsRunning || s.Attempts == 0 && s.Purpose != Purpose.Training || s.Made < s.Attempts).Select(s => new Due(DateOnly.FromDateTime(Texts.Local(s.ClosesAt)), null, s));
        return new()
        {
            Courses = courses,
            Continue = units.Where(u => u.Mine?.ViewedAt is not null && !u.IsDone).MaxBy(u => u.Mine!.ViewedAt),
            // However many tasks wait, none hides a test that can be sat.
            Due = [.. tests.Concat(tasks.OrderBy(d => d.On).Take(MostTasks)).OrderByDescending(d => d.Test is { IsRunning: true }).ThenBy(d => d.On)],
            New = [.. courses.SelectMany(c => units.Where(u => u.CourseId == c.Id && u.Mine is not { IsOpened: true } && !u.IsDone).Take(MostNew))],
            Reviewed = [.. units.Where(u => u.Mine is { ReviewedAt: not null, SeenAt: null }).OrderByDescending(u => u.Mine!.ReviewedAt)],
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
        var open = db.Set<Opening>().Where(Opening.On(today));
        return (from c in db.Set<CourseRow>().Where(c => mine.Contains(c.GroupId))
                join s in db.Set<SubjectRow>() on c.SubjectId equals s.Id
                join p in db.Set<PeriodRow>() on c.PeriodId equals p.Id
                from o in open.Where(o => o.CourseId == c.Id).OrderByDescending(o => o.No).Take(1)
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
    public UnitProgress? Mine { get; init; }
    public SubmissionState? State => Mine?.State;
    public decimal? Points => Mine?.Points;
    public bool NeedsWork => IsTask && State is null or SubmissionState.Returned;
    public bool IsDone => Mine is { IsFinished: true } && State is not SubmissionState.Returned;
}

/// <summary>Something with a day: a task or a test.</summary>
internal sealed record Due(DateOnly On, DayUnit? Task, CourseSitting? Test);

/// <summary>A question that was answered lately.</summary>
internal sealed record DayAnswer(Guid CourseId, int No, string Topic, DateTime At);
