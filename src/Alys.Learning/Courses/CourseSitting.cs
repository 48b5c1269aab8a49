using Alys.Assessment;
using Alys.Enrolment;

namespace Alys.Learning.Courses;

/// <summary>A test given to a course, with what the reader did of it.</summary>
internal sealed class CourseSitting(SittingRow row, IReadOnlyList<SittingOverrideRow> exceptions, int made, bool isRunning)
{
    public Guid CourseId => row.CourseId;
    public int No => row.No;
    public LocalText Title => row.Title;
    public Purpose Purpose => row.Purpose;
    /// <summary>As the exceptions of the reader have it; otherwise as everybody's.</summary>
    public DateTime OpensAt => Own?.OpensAt ?? Groups.Min(e => e.OpensAt) ?? row.OpensAt;
    public DateTime ClosesAt => Own?.ClosesAt ?? Groups.Max(e => e.ClosesAt) ?? row.ClosesAt;
    public int Attempts => Own?.Attempts ?? Groups.Select(e => e.Attempts).Where(a => a is not null).OrderBy(a => a == 0 ? int.MaxValue : a).LastOrDefault() ?? row.Attempts;
    /// <summary>Attempts of the reader so far.</summary>
    public int Made => made;
    public bool IsRunning => isRunning;

    private SittingOverrideRow? Own => exceptions.FirstOrDefault(e => e.PersonId is not null);
    private IEnumerable<SittingOverrideRow> Groups => exceptions.Where(e => e.GroupId is not null);

    public bool IsOpen(DateTime now) => OpensAt <= now && now < ClosesAt;
    public bool MayBegin(DateTime now) => IsOpen(now) && (IsRunning || Attempts == 0 || Made < Attempts);
}

/// <summary>The tests of courses: what was given is in memory until it is changed, what a learner did of it is read.</summary>
internal sealed class CourseSittings(Pulses pulses, TimeProvider time)
{
    private static readonly Func<Db, Guid, IAsyncEnumerable<SittingRow>> Given = EF.CompileAsyncQuery((Db db, Guid course) =>
        db.Set<SittingRow>().Where(s => s.CourseId == course).OrderBy(s => s.OpensAt).ThenBy(s => s.No).AsNoTracking().AsQueryable());

    private static readonly Func<Db, Guid, Guid, IAsyncEnumerable<Tried>> Mine = EF.CompileAsyncQuery((Db db, Guid course, Guid person) =>
        db.Set<AttemptRow>().Where(a => a.CourseId == course && a.PersonId == person).Select(a => new Tried(a.SittingId, a.State)));

    private readonly Remembered<Guid, IReadOnlyList<SittingRow>> _known = new(pulses, 2000, async (db, course) => await Given(db, course).ToListAsync(),
        "assessment.sitting.given", "assessment.sitting.changed", "assessment.test.changed");

    private readonly Remembered<Guid, IReadOnlyList<Exempt>> _exceptions = new(pulses, 2000, async (db, course) => await ExemptIn(db, course), "assessment.override.given", "assessment.override.withdrawn",
        "enrolment.learner.enrolled", "enrolment.learner.released", "enrolment.learner.transferred", "enrolment.people.imported");

    public ValueTask<IReadOnlyList<SittingRow>> Rows(Db db, Guid course) => _known.Of(db, course);

    /// <summary>By their opening. One statement, none where a course has no test, and up to two more until its exceptions are known.</summary>
    public async ValueTask<IReadOnlyList<CourseSitting>> Of(Db db, Guid course, Guid person)
    {
        var rows = await Rows(db, course);
        if (rows.Count == 0) return [];
        var exceptions = await Exceptions(db, course, person);
        var tried = await Mine(db, course, person).ToListAsync();
        return [.. rows.Select(r => With(r, exceptions, tried))];
    }

    /// <summary>As <see cref="Of(Db, Guid, Guid)"/>, of several courses.</summary>
    public async ValueTask<IReadOnlyList<CourseSitting>> Of(Db db, IReadOnlyList<Guid> courses, Guid person, Func<CourseSitting, bool> wanted, CancellationToken ct)
    {
        var found = new List<(SittingRow Row, IReadOnlyList<SittingOverrideRow> Exceptions)>();
        foreach (var course in courses)
        {
            var rows = await Rows(db, course);
            if (rows.Count == 0) continue;
            var exceptions = await Exceptions(db, course, person);
            found.AddRange(rows.Where(r => wanted(With(r, exceptions, []))).Select(r => (r, exceptions)));
        }
        if (found.Count == 0) return [];
        var sittings = found.Select(f => f.Row.Id).ToList();
        var tried = await db.Set<AttemptRow>().Where(a => a.PersonId == person && sittings.Contains(a.SittingId)).Select(a => new Tried(a.SittingId, a.State)).ToListAsync(ct);
        return [.. found.Select(f => With(f.Row, f.Exceptions, tried))];
    }

    private async ValueTask<IReadOnlyList<SittingOverrideRow>> Exceptions(Db db, Guid course, Guid person)
    {
        var all = await _exceptions.Of(db, course);
        if (all.Count == 0) return [];
        var today = DateOnly.FromDateTime(Texts.Local(time.GetUtcNow().UtcDateTime));
        return [.. all.Where(e => e.PersonId == person && e.From <= today && e.To >= today).Select(e => e.Row)];
    }

    private static async Task<IReadOnlyList<Exempt>> ExemptIn(Db db, Guid course)
    {
        var rows = await db.Set<SittingOverrideRow>().Where(o => o.CourseId == course).ToListAsync();
        var groups = rows.Where(o => o.GroupId is not null).Select(o => o.GroupId!.Value).Distinct().ToList();
        var members = groups.Count == 0 ? [] : await db.Set<GroupMemberRow>().Where(m => groups.Contains(m.GroupId)).ToListAsync();
        return
        [
            .. rows.Where(o => o.PersonId is not null).Select(o => new Exempt(o, o.PersonId!.Value, DateOnly.MinValue, DateOnly.MaxValue)),
            .. rows.SelectMany(o => members.Where(m => m.GroupId == o.GroupId).Select(m => new Exempt(o, m.PersonId, m.From, m.To ?? DateOnly.MaxValue))),
        ];
    }

    private static CourseSitting With(SittingRow row, IReadOnlyList<SittingOverrideRow> exceptions, IReadOnlyList<Tried> tried) =>
        new(row, [.. exceptions.Where(e => e.SittingId == row.Id)], tried.Count(t => t.SittingId == row.Id), tried.Any(t => t.SittingId == row.Id && t.State == AttemptState.Running));

    private sealed record Tried(Guid SittingId, AttemptState State);

    /// <summary>A learner whom an exception concerns, from one day to another.</summary>
    private sealed record Exempt(SittingOverrideRow Row, Guid PersonId, DateOnly From, DateOnly To);
}
