using Alys.Content;
using Alys.Curriculum;
using Alys.Learning.Courses;

namespace Alys.Learning.DueDays;

/// <summary>A task of a course with the plan's last day and the one that was set instead.</summary>
internal sealed record DueTask(Guid Id, int No, string Title, int? Week, DateOnly? Planned, DateOnly? Set)
{
    public DateOnly? On => Set ?? Planned;

    public static async Task<IReadOnlyList<DueTask>> Of(Db db, CourseHead course, CancellationToken ct)
    {
        var set = await db.DueDays.Where(d => d.CourseId == course.Id).ToDictionaryAsync(d => d.UnitId, d => d.On, ct);
        var weeks = course.SyllabusId is { } syllabus ? await db.Set<TopicRow>().Where(t => t.SyllabusId == syllabus).ToDictionaryAsync(t => t.Id, t => t.Week, ct) : [];
        var calendar = new StudyCalendar(course.Start, course.End, weeks.Values);
        var units = await db.Set<PublishedUnitRow>().Where(u => u.PackId == course.PackId && u.Kind == UnitKind.Task).OrderBy(u => u.Order).ThenBy(u => u.No).Select(u => new { u.Id, u.No, u.Title, u.TopicId }).ToListAsync(ct);
        return [.. units.Select(u => (Unit: u, Week: u.TopicId is { } topic && weeks.TryGetValue(topic, out var week) ? week : (int?)null))
            .Select(u => new DueTask(u.Unit.Id, u.Unit.No, u.Unit.Title, u.Week, calendar.DueOn(u.Week), set.TryGetValue(u.Unit.Id, out var on) ? on : null))];
    }
}
