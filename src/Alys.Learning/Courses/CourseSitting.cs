using Alys.Assessment;

namespace Alys.Learning.Courses;

/// <summary>A test given to a course, with what the reader did of it.</summary>
internal sealed class CourseSitting(SittingRow row, int made, bool isRunning)
{
    public Guid CourseId => row.CourseId;
    public int No => row.No;
    public LocalText Title => row.Title;
    public Purpose Purpose => row.Purpose;
    public DateTime OpensAt => row.OpensAt;
    public DateTime ClosesAt => row.ClosesAt;
    public int Attempts => row.Attempts;
    /// <summary>Attempts of the reader so far.</summary>
    public int Made => made;
    public bool IsRunning => isRunning;

    public bool IsOpen(DateTime now) => OpensAt <= now && now < ClosesAt;
    public bool MayBegin(DateTime now) => IsOpen(now) && (IsRunning || Attempts == 0 || Made < Attempts);
}

/// <summary>The tests of courses: what was given is in memory until it is changed, what a learner did of it is read.</summary>
internal sealed class CourseSittings(Pulses pulses)
{
    private static readonly Func<Db, Guid, IAsyncEnumerable<SittingRow>> Given = EF.CompileAsyncQuery((Db db, Guid course) =>
        db.Set<SittingRow>().Where(s => s.CourseId == course).OrderBy(s => s.OpensAt).ThenBy(s => s.No).AsNoTracking().AsQueryable());

    private static readonly Func<Db, Guid, Guid, IAsyncEnumerable<Tried>> Mine = EF.CompileAsyncQuery((Db db, Guid course, Guid person) =>
        db.Set<AttemptRow>().Where(a => a.CourseId == course && a.PersonId == person).Select(a => new Tried(a.SittingId, a.State)));

    private readonly Remembered<Guid, IReadOnlyList<SittingRow>> _known = new(pulses, 2000, async (db, course) => await Given(db, course).ToListAsync(),
        "assessment.sitting.given", "assessment.sitting.changed", "assessment.test.changed");

    public ValueTask<IReadOnlyList<SittingRow>> Rows(Db db, Guid course) => _known.Of(db, course);

    /// <summary>By their opening. One statement, none where a course has no test.</summary>
    public async ValueTask<IReadOnlyList<CourseSitting>> Of(Db db, Guid course, Guid person)
    {
        var rows = await Rows(db, course);
        return rows.Count == 0 ? [] : With(rows, await Mine(db, course, person).ToListAsync());
    }

    /// <summary>As <see cref="Of(Db, Guid, Guid)"/>, of several courses. One statement.</summary>
    public async ValueTask<IReadOnlyList<CourseSitting>> Of(Db db, IReadOnlyList<Guid> courses, Guid person, Func<SittingRow, bool> wanted, CancellationToken ct)
    {
        var rows = new List<SittingRow>();
        foreach (var course in courses) rows.AddRange((await Rows(db, course)).Where(wanted));
        if (rows.Count == 0) return [];
        var sittings = rows.Select(r => r.Id).ToList();
        return With(rows, await db.Set<AttemptRow>().Where(a => a.PersonId == person && sittings.Contains(a.SittingId)).Select(a => new Tried(a.SittingId, a.State)).ToListAsync(ct));
    }

    private static IReadOnlyList<CourseSitting> With(IReadOnlyList<SittingRow> rows, IReadOnlyList<Tried> tried) =>
        [.. rows.Select(r => new CourseSitting(r, tried.Count(t => t.SittingId == r.Id), tried.Any(t => t.SittingId == r.Id && t.State == AttemptState.Running)))];

    private sealed record Tried(Guid SittingId, AttemptState State);
}
