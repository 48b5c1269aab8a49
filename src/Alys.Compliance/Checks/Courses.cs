using Alys.Content;
using Alys.Curriculum;
using Alys.Enrolment;
using Alys.Institution;
using Alys.Learning;

namespace Alys.Compliance;

/// <summary>A course of a period that runs on the day; its syllabus is that of the pack which is studied, or else the one chosen for the course.</summary>
internal sealed record RunningCourse(Guid Id, int No, Guid SubjectId, Guid GroupId, string GroupCode, LocalText Subject, DateOnly Start, DateOnly End, Guid? SyllabusId)
{
    /// <summary>Subject and group, for lists.</summary>
    public LocalText Name => new($"{Subject.In("kk")}, {GroupCode}", $"{Subject.In("ru")}, {GroupCode}", $"{Subject.In("en")}, {GroupCode}");

    public string Url => string.Create(CultureInfo.InvariantCulture, $"/s/{No}");
}

internal static class Courses
{
    public static async Task<IReadOnlyList<RunningCourse>> On(Db db, DateOnly day, CancellationToken ct)
    {
        var rows = await (from course in db.Set<CourseRow>()
                          join period in db.Set<PeriodRow>() on course.PeriodId equals period.Id
                          join subject in db.Set<SubjectRow>() on course.SubjectId equals subject.Id
                          join studying in db.Set<GroupRow>() on course.GroupId equals studying.Id
                          where period.Start <= day && day <= period.End
                          orderby course.No
                          select new { course, period.Start, period.End, subject.NameKk, subject.NameRu, subject.NameEn, studying.Code }).ToListAsync(ct);
        var studied = (await (from opening in db.Set<OpeningRow>()
                              join pack in db.Set<PackRow>() on opening.PackId equals pack.Id
                              where opening.OpensOn <= day && (opening.Until == null || day <= opening.Until)
                              orderby opening.At
                              select new { opening.CourseId, pack.SyllabusId }).ToListAsync(ct)).ToLookup(x => x.CourseId, x => x.SyllabusId);
        return [.. rows.Select(x => new RunningCourse(x.course.Id, x.course.No, x.course.SubjectId, x.course.GroupId, x.Code, new LocalText(x.NameKk, x.NameRu, x.NameEn), x.Start, x.End, studied[x.course.Id].LastOrDefault() ?? x.course.SyllabusId))];
    }

    /// <summary>Who studies in each group on the day.</summary>
    public static async Task<ILookup<Guid, Guid>> Learners(Db db, DateOnly day, CancellationToken ct) =>
        (await db.Set<GroupMemberRow>().Where(x => x.From <= day && (x.To == null || day <= x.To)).Select(x => new { x.GroupId, x.PersonId }).Distinct().ToListAsync(ct))
            .ToLookup(x => x.GroupId, x => x.PersonId);
}
