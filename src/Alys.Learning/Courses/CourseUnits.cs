using Alys.Content;
using Alys.Curriculum;
using Alys.Learning.Deliveries;
using Alys.Learning.Submissions;

namespace Alys.Learning.Courses;

/// <summary>A unit of a course with what became of it for one learner.</summary>
internal sealed class CourseUnit
{
    public Guid Id { get; init; }
    public int No { get; init; }
    public int Order { get; init; }
    public required string Slot { get; init; }
    public UnitKind Kind { get; init; }
    public required string Title { get; init; }
    public int Pages { get; init; }
    public int Bytes { get; init; }
    public Guid? TopicId { get; init; }
    public int? MaxPoints { get; init; }
    public DateTime? OpenedAt { get; init; }
    public DateTime? FinishedAt { get; init; }
    public SubmissionState? State { get; init; }
    public decimal? Points { get; init; }

    public bool IsTask => Kind == UnitKind.Task;
    public bool IsDone => State is SubmissionState.HandedIn or SubmissionState.Reviewed || (State is null && FinishedAt is not null);
    public bool NeedsWork => IsTask && State is null or SubmissionState.Returned;
}

/// <summary>A row of the plan as the outline shows it.</summary>
internal sealed class CourseTopic
{
    public Guid Id { get; init; }
    public int Week { get; init; }
    public int Order { get; init; }
    public int Module { get; init; }
    public required string TitleKk { get; init; }
    public required string TitleRu { get; init; }
    public required string TitleEn { get; init; }
    public string? ModuleKk { get; init; }
    public string? ModuleRu { get; init; }
    public string? ModuleEn { get; init; }
    public LocalText Title => new(TitleKk, TitleRu, TitleEn);
    public LocalText? ModuleTitle => ModuleKk is null ? null : new(ModuleKk, ModuleRu ?? "", ModuleEn ?? "");
}

/// <summary>The compiled queries of the outline.</summary>
internal sealed class OutlineQueries
{
    public Func<Db, Guid, Guid, Guid, IAsyncEnumerable<CourseUnit>> Units { get; } = EF.CompileAsyncQuery((Db db, Guid pack, Guid course, Guid person) =>
        from u in db.Set<PublishedUnitRow>()
        where u.PackId == pack
        from d in db.Set<Delivery>().Where(d => d.PersonId == person && d.CourseId == course && d.UnitId == u.Id && d.Channel == DeliveryChannel.Network).DefaultIfEmpty()
        from s in db.Set<Submission>().Where(s => s.PersonId == person && s.CourseId == course && s.UnitId == u.Id).DefaultIfEmpty()
        orderby u.Order, u.No
        select new CourseUnit
        {
            Id = u.Id, No = u.No, Order = u.Order, Slot = u.Slot, Kind = u.Kind, Title = u.Title, Pages = u.Pages, Bytes = u.Bytes, TopicId = u.TopicId, MaxPoints = u.MaxPoints,
            OpenedAt = d == null ? null : d.OpenedAt, FinishedAt = d == null ? null : d.FinishedAt, State = s == null ? null : s.State, Points = s == null ? null : s.Points,
        });

    public Func<Db, Guid, IAsyncEnumerable<CourseTopic>> Topics { get; } = EF.CompileAsyncQuery((Db db, Guid syllabus) =>
        from t in db.Set<TopicRow>()
        where t.SyllabusId == syllabus
        from m in db.Set<SyllabusModuleRow>().Where(m => m.SyllabusId == syllabus && m.Order == t.Module).DefaultIfEmpty()
        orderby t.Order
        select new CourseTopic
        {
            Id = t.Id, Week = t.Week, Order = t.Order, Module = t.Module, TitleKk = t.TitleKk, TitleRu = t.TitleRu, TitleEn = t.TitleEn,
            ModuleKk = m!.TitleKk, ModuleRu = m!.TitleRu, ModuleEn = m!.TitleEn,
        });

    public static async Task<List<T>> List<T>(IAsyncEnumerable<T> rows, CancellationToken ct)
    {
        var list = new List<T>(32);
        await foreach (var row in rows.WithCancellation(ct)) list.Add(row);
        return list;
    }
}
