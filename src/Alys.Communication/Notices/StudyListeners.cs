using Alys.Assessment;
using Alys.Content;
using Alys.Curriculum;
using Alys.Enrolment;
using Microsoft.Extensions.DependencyInjection;

namespace Alys.Communication;

/// <summary>Tells learners what the modules below, and the opening of a course, bring them; modules above give their own notices.</summary>
internal static class StudyListeners
{
    /// <summary>What is older when it is heard (a long stop, a first start) is news no more.</summary>
    private static readonly TimeSpan News = TimeSpan.FromDays(7);

    public static void Add(Listeners on)
    {
        on.To("learning.course.opened", "communication.notice.opened", Opened);
        on.To(Facts.UnitPublished, "communication.notice.unit", Published);
        on.To("assessment.attempt.regraded", "communication.notice.regraded", Regraded);
        on.To("assessment.override.given", "communication.notice.terms", OtherTerms);
        on.To("assessment.attempt.marked", "communication.notice.marked", Marked);
    }

    private static async Task Opened(Act act, JournalRow row, IServiceProvider services)
    {
        if (row.After<OpenedFact>() is not { } fact) return;
        var known = await act.Db.Set<StudiedPack>().FindAsync([fact.CourseId], act.Ct);
        if (known is null) act.Db.Add(known = new StudiedPack { CourseId = fact.CourseId });
        (known.PackId, known.OpensOn) = (fact.PackId, fact.OpensOn);
        if (IsNews(act, row)) await Tell(act, services, [fact.CourseId], "communication.notice.opened", null);
    }

    private static async Task Published(Act act, JournalRow row, IServiceProvider services)
    {
        if (!IsNews(act, row) || row.After<UnitPublishedFact>() is not { } fact) return;
        var today = Today(act);
        var courses = await act.Db.Set<StudiedPack>().Where(p => p.PackId == fact.PackId && p.OpensOn <= today).Select(p => p.CourseId).ToListAsync(act.Ct);
        await Tell(act, services, courses, "communication.notice.unit", fact.Title);
    }

    /// <summary>Tells that a result moved because an item was reckoned otherwise. The points stand where the sitting shows them, not here.</summary>
    private static async Task Regraded(Act act, JournalRow row, IServiceProvider services)
    {
        if (!IsNews(act, row) || row.PersonId is not { } learner) return;
        var found = await (from a in act.Db.Set<AttemptRow>()
                           join s in act.Db.Set<SittingRow>() on a.SittingId equals s.Id
                           where a.Id == row.ObjectId
                           select new { a.Code, s.TitleKk, s.TitleRu, s.TitleEn }).FirstOrDefaultAsync(act.Ct);
        if (found is not null) await services.GetRequiredService<Notices>().Give(act, learner, "communication.notice.regraded", [new LocalText(found.TitleKk, found.TitleRu, found.TitleEn)], $"/a/{found.Code}/result");
    }

    /// <summary>Only what others marked: who has just sat a test marked by the program sees it at once.</summary>
    private static async Task Marked(Act act, JournalRow row, IServiceProvider services)
    {
        if (!IsNews(act, row) || row.PersonId is not { } learner || row.ByPersonId == learner) return;
        var found = await (from a in act.Db.Set<AttemptRow>()
                           join s in act.Db.Set<SittingRow>() on a.SittingId equals s.Id
                           where a.Id == row.ObjectId
                           select new { a.Code, s.TitleKk, s.TitleRu, s.TitleEn }).FirstOrDefaultAsync(act.Ct);
        if (found is not null) await services.GetRequiredService<Notices>().GiveOnce(act, [learner], "communication.notice.marked", [new LocalText(found.TitleKk, found.TitleRu, found.TitleEn)], $"/a/{found.Code}/result");
    }

    /// <summary>Tells the learner, or each learner of the group, that other terms hold for her at a test.</summary>
    private static async Task OtherTerms(Act act, JournalRow row, IServiceProvider services)
    {
        if (!IsNews(act, row)) return;
        var found = await (from o in act.Db.Set<SittingOverrideRow>()
                           join s in act.Db.Set<SittingRow>() on o.SittingId equals s.Id
                           join c in act.Db.Set<CourseRow>() on s.CourseId equals c.Id
                           where o.Id == row.ObjectId
                           select new { o.PersonId, o.GroupId, Course = c.No, Of = c.GroupId, s.No, s.TitleKk, s.TitleRu, s.TitleEn }).FirstOrDefaultAsync(act.Ct);
        if (found is null) return;
        var today = Today(act);
        var now = act.Db.Set<GroupMemberRow>().Where(m => m.From <= today && (m.To == null || m.To >= today));
        var learners = found.PersonId is { } person ? [person]
            : await now.Where(m => m.GroupId == found.GroupId && now.Any(x => x.GroupId == found.Of && x.PersonId == m.PersonId)).Select(m => m.PersonId).ToListAsync(act.Ct);
        await services.GetRequiredService<Notices>().GiveOnce(act, learners, "communication.notice.terms", [new LocalText(found.TitleKk, found.TitleRu, found.TitleEn)], $"/s/{found.Course}/t/{found.No}");
    }

    /// <summary>Tells the learners of the courses; {0} is the subject, {1} what it is about.</summary>
    private static async Task Tell(Act act, IServiceProvider services, IReadOnlyList<Guid> courses, string textKey, string? title)
    {
        var today = Today(act);
        var found = await (from c in act.Db.Set<CourseRow>()
                           join s in act.Db.Set<SubjectRow>() on c.SubjectId equals s.Id
                           where courses.Contains(c.Id)
                           select new { c.No, c.GroupId, s.NameKk, s.NameRu, s.NameEn }).ToListAsync(act.Ct);
        foreach (var course in found)
        {
            var learners = await act.Db.Set<GroupMemberRow>().Where(m => m.GroupId == course.GroupId && m.From <= today && (m.To == null || m.To >= today)).Select(m => m.PersonId).ToListAsync(act.Ct);
            await services.GetRequiredService<Notices>().GiveOnce(act, learners, textKey, [new LocalText(course.NameKk, course.NameRu, course.NameEn), title], $"/s/{course.No}");
        }
    }

    private static bool IsNews(Act act, JournalRow row) => act.Now - row.At < News;
    private static DateOnly Today(Act act) => DateOnly.FromDateTime(Texts.Local(act.Now));
}
