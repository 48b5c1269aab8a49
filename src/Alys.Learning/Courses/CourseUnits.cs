using Alys.Content;
using Alys.Learning.Deliveries;
using Alys.Learning.DueDays;
using Alys.Learning.Submissions;

namespace Alys.Learning.Courses;

/// <summary>A unit of a course with what became of it for one learner.</summary>
internal sealed class CourseUnit
{
    public Guid Id { get; init; }
    public int No { get; init; }
    public required string Slot { get; init; }
    public UnitKind Kind { get; init; }
    public required string Title { get; init; }
    public Guid? TopicId { get; init; }
    public int? MaxPoints { get; init; }
    /// <summary>Null where nothing became of it yet.</summary>
    public UnitProgress? Mine { get; set; }

    public SubmissionState? State => Mine?.State;
    public decimal? Points => Mine?.Points;
    public bool IsOpened => Mine is { IsOpened: true };
    public bool IsTask => Kind == UnitKind.Task;
    public bool IsDone => State is SubmissionState.HandedIn or SubmissionState.Reviewed || (State is null && Mine is { IsFinished: true });
    public bool NeedsWork => IsTask && State is null or SubmissionState.Returned;

    public static CourseUnit Of(PublishedUnitRow u, UnitProgress? mine) =>
        new() { Id = u.Id, No = u.No, Slot = u.Slot, Kind = u.Kind, Title = u.Title, TopicId = u.TopicId, MaxPoints = u.MaxPoints, Mine = mine };
}

/// <summary>What became of a unit for one learner; units that she was never issued have no row.</summary>
internal sealed class UnitProgress
{
    public Guid CourseId { get; init; }
    public Guid UnitId { get; init; }
    public bool IsOpened { get; init; }
    public DateTime? ViewedAt { get; init; }
    public int LastPage { get; init; }
    public bool IsFinished { get; init; }
    /// <summary>The task's last day in this course, where it is not the plan's.</summary>
    public DateOnly? DueOn { get; init; }
    public SubmissionState? State { get; init; }
    public decimal? Points { get; init; }
    public DateTime? ReviewedAt { get; init; }
    public DateTime? SeenAt { get; init; }
}

/// <summary>The compiled queries of the outline.</summary>
internal sealed class OutlineQueries
{
    /// <summary>A learner's progress in a course.</summary>
    public Func<Db, Guid, Guid, IAsyncEnumerable<UnitProgress>> Progress { get; } = EF.CompileAsyncQuery((Db db, Guid person, Guid course) =>
        from d in db.Set<Delivery>()
        where d.PersonId == person && d.CourseId == course && d.Channel == DeliveryChannel.Network
        from s in db.Set<Submission>().Where(s => s.PersonId == person && s.CourseId == course && s.UnitId == d.UnitId).DefaultIfEmpty()
        from x in db.Set<DueDay>().Where(x => x.CourseId == course && x.UnitId == d.UnitId).DefaultIfEmpty()
        select new UnitProgress { CourseId = course, UnitId = d.UnitId, DueOn = x == null ? null : x.On, IsOpened = d.OpenedAt != null, IsFinished = d.FinishedAt != null, State = s == null ? null : s.State, Points = s == null ? null : s.Points });
}
