using System.Collections.Concurrent;
using Alys.Curriculum;

namespace Alys.Learning.Courses;

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

/// <summary>Plans of syllabus versions. A version never changes, so a plan once read stays in memory.</summary>
internal sealed class CourseTopics
{
    private const int Most = 2000;
    private readonly ConcurrentDictionary<Guid, IReadOnlyList<CourseTopic>> _known = new();

    /// <summary>The rows of the calendar-thematic plan in their order. One statement, none when it is in memory.</summary>
    public async ValueTask<IReadOnlyList<CourseTopic>> Of(Db db, Guid syllabus, CancellationToken ct)
    {
        if (_known.TryGetValue(syllabus, out var known)) return known;
        var topics = await (from t in db.Set<TopicRow>()
                            where t.SyllabusId == syllabus
                            from m in db.Set<SyllabusModuleRow>().Where(m => m.SyllabusId == syllabus && m.Order == t.Module).DefaultIfEmpty()
                            orderby t.Order
                            select new CourseTopic
                            {
                                Id = t.Id, Week = t.Week, Order = t.Order, Module = t.Module, TitleKk = t.TitleKk, TitleRu = t.TitleRu, TitleEn = t.TitleEn,
                                ModuleKk = m!.TitleKk, ModuleRu = m.TitleRu, ModuleEn = m.TitleEn,
                            }).ToListAsync(ct);
        if (_known.Count >= Most) _known.Clear();
        return _known[syllabus] = topics;
    }
}
