using Alys.Assessment;

namespace Alys.Learning.Courses;

/// <summary>A test given to a course, with what the reader did of it.</summary>
internal sealed class CourseSitting
{
    public Guid Id { get; init; }
    public Guid CourseId { get; init; }
    public Guid TestId { get; init; }
    public int No { get; init; }
    public required string TitleKk { get; init; }
    public required string TitleRu { get; init; }
    public required string TitleEn { get; init; }
    public Purpose Purpose { get; init; }
    public DateTime OpensAt { get; init; }
    public DateTime ClosesAt { get; init; }
    public int Attempts { get; init; }
    /// <summary>Attempts of the reader so far.</summary>
    public int Made { get; init; }
    public bool IsRunning { get; init; }

    public LocalText Title => new(TitleKk, TitleRu, TitleEn);
    public bool IsOpen(DateTime now) => OpensAt <= now && now < ClosesAt;
    public bool MayBegin(DateTime now) => IsOpen(now) && (IsRunning || Attempts == 0 || Made < Attempts);
}

/// <summary>The compiled query of the tests of a course.</summary>
internal sealed class SittingQueries
{
    public Func<Db, Guid, Guid, IAsyncEnumerable<CourseSitting>> Of { get; } = EF.CompileAsyncQuery((Db db, Guid course, Guid person) =>
        from s in db.Set<SittingRow>()
        where s.CourseId == course
        orderby s.OpensAt, s.No
        select new CourseSitting
        {
            Id = s.Id, CourseId = s.CourseId, TestId = s.TestId, No = s.No, TitleKk = s.TitleKk, TitleRu = s.TitleRu, TitleEn = s.TitleEn, Purpose = s.Purpose,
            OpensAt = s.OpensAt, ClosesAt = s.ClosesAt, Attempts = s.Attempts,
            Made = db.Set<AttemptRow>().Count(a => a.SittingId == s.Id && a.PersonId == person),
            IsRunning = db.Set<AttemptRow>().Any(a => a.SittingId == s.Id && a.PersonId == person && a.State == AttemptState.Running),
        });
}
