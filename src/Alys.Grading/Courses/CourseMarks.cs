using Alys.Access;
using Alys.Enrolment;

namespace Alys.Grading;

/// <summary>A learner of a course with the newest mark of each event and where she stands; no outcome while the plan is not sound.</summary>
internal sealed record LearnerMarks(Guid PersonId, int No, string Name, IReadOnlyDictionary<Guid, GradeEntry> Marks, Outcome? Outcome);

/// <summary>The plan of a course with the marks of its learners, in the order of the Kazakh alphabet.</summary>
internal sealed record CourseMarks(CourseHead Course, ControlPlan Plan, IReadOnlyList<LearnerMarks> Learners)
{
    private static readonly StringComparer Alphabet = StringComparer.Create(CultureInfo.GetCultureInfo("kk-KZ"), ignoreCase: true);

    /// <param name="db">Where to read.</param>
    /// <param name="course">The course.</param>
    /// <param name="settling">How percentages are rounded and until when marks count; complete when nothing more is awaited.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<CourseMarks?> Load(Db db, CourseHead course, Settling settling, CancellationToken ct)
    {
        if (await PlanOf(db, course.Id, ct) is not { } plan) return null;
        var today = DateOnly.FromDateTime(Texts.Local(settling.Now));
        var people = await (from member in db.Set<GroupMemberRow>()
                            join person in db.Set<PersonRow>() on member.PersonId equals person.Id
                            where member.GroupId == course.GroupId && member.From <= today && (member.To == null || member.To >= today)
                            select new { person.Id, person.No, person.Name }).Distinct().ToListAsync(ct);
        var entries = await Counting(db, settling).Where(e => e.CourseId == course.Id).ToListAsync(ct);
        var scale = await Scales.At(db, course.Start, ct);
        var byPerson = entries.ToLookup(e => e.PersonId);
        return new(course, plan, [.. people.OrderBy(p => p.Name, Alphabet).Select(p => Of(plan, scale, settling, new(p.Id, p.No, p.Name), [.. byPerson[p.Id]]))]);
    }

    /// <summary>One learner alone; her earlier marks come with them.</summary>
    public static async Task<(LearnerMarks Marks, IReadOnlyList<GradeEntry> History, ControlPlan Plan)?> Load(Db db, CourseHead course, Guid learner, Settling settling, CancellationToken ct)
    {
        if (await PlanOf(db, course.Id, ct) is not { } plan) return null;
        var entries = await Counting(db, settling).Where(e => e.CourseId == course.Id && e.PersonId == learner).OrderBy(e => e.Turn).ToListAsync(ct);
        var scale = await Scales.At(db, course.Start, ct);
        return (Of(plan, scale, settling, new(learner, 0, ""), entries), entries, plan);
    }

    public static Task<ControlPlan?> PlanOf(Db db, Guid courseId, CancellationToken ct) =>
        db.ControlPlans.AsNoTracking().Include(p => p.AllEvents).FirstOrDefaultAsync(p => p.CourseId == courseId, ct);

    private static IQueryable<GradeEntry> Counting(Db db, Settling settling)
    {
        var entries = db.GradeEntries.AsNoTracking();
        return settling.Until is { } until ? entries.Where(e => e.At <= until) : entries;
    }

    private static LearnerMarks Of(ControlPlan plan, GradeScale scale, Settling settling, Who who, IReadOnlyList<GradeEntry> entries)
    {
        var newest = entries.GroupBy(e => e.EventId).ToDictionary(g => g.Key, g => g.MaxBy(e => e.Turn)!);
        var marks = plan.Events.Select(e => new EventMark(e.Part, e.Weight, newest.GetValueOrDefault(e.Id)?.Percent)).ToList();
        var outcome = plan.IsSound ? Outcome.Of(plan.Rule, scale, settling.Rounding, marks, settling.Complete) : null;
        return new(who.Id, who.No, who.Name, newest, outcome);
    }

    private sealed record Who(Guid Id, int No, string Name);
}

/// <summary>How marks are put together: rounding; the moment after which marks count no more; whether anything is still awaited.</summary>
internal sealed record Settling(PercentRounding Rounding, DateTime Now)
{
    public DateTime? Until { get; init; }

    public bool Complete { get; init; }
}
