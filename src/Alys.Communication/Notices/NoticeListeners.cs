using Alys.Access;
using Alys.Communication.Consultations;
using Alys.Communication.Forum;
using Alys.Curriculum;
using Alys.Enrolment;
using Alys.Staffing;
using Microsoft.Extensions.DependencyInjection;

namespace Alys.Communication;

/// <summary>Turns facts of the journal into notices. A listener hears each fact once; its cursor moves with the notices.</summary>
internal static class NoticeListeners
{
    public static void Add(Listeners on)
    {
        on.To(CommunicationFacts.QuestionAsked, "communication.notice.asked", Asked);
        on.To(CommunicationFacts.QuestionAnswered, "communication.notice.answered", Answered);
        on.To(CommunicationFacts.ThreadStarted, "communication.notice.thread", Started);
        on.To(CommunicationFacts.PostWritten, "communication.notice.post", Written);
    }

    private static async Task Asked(Act act, JournalRow row, IServiceProvider services)
    {
        if (row.After<QuestionFact>() is not { } fact || row.ScopeId is not { } course || row.ByPersonId is not { } by) return;
        await Board(services).GiveOnce(act, await Tutors(act, course), "communication.notice.asked", [await Name(act, by), fact.Topic], fact.Url);
    }

    private static async Task Answered(Act act, JournalRow row, IServiceProvider services)
    {
        if (row.After<QuestionFact>() is not { } fact || row.PersonId is not { } learner) return;
        await Board(services).GiveOnce(act, [learner], "communication.notice.answered", [fact.Topic], fact.Url);
    }

    private static async Task Started(Act act, JournalRow row, IServiceProvider services)
    {
        if (row.After<ThreadFact>() is not { } fact || row.ScopeId is not { } course || row.ByPersonId is not { } by) return;
        await Board(services).GiveOnce(act, (await Tutors(act, course)).Where(t => t != by), "communication.notice.thread", [await Name(act, by), fact.Title], fact.Url);
    }

    private static async Task Written(Act act, JournalRow row, IServiceProvider services)
    {
        if (row.After<ThreadFact>() is not { } fact || row.ByPersonId is not { } by) return;
        var others = await act.Db.Posts.Where(p => p.ThreadId == fact.ThreadId && p.ByPersonId != by).Select(p => p.ByPersonId).Distinct().ToListAsync(act.Ct);
        await Board(services).GiveOnce(act, others, "communication.notice.post", [await Name(act, by), fact.Title], fact.Url);
    }

    private static Notices Board(IServiceProvider services) => services.GetRequiredService<Notices>();

    private static async Task<string> Name(Act act, Guid person) =>
        await act.Db.Set<PersonRow>().Where(p => p.Id == person).Select(p => p.Name).FirstOrDefaultAsync(act.Ct) ?? "";

    /// <summary>The course's tutors, or its teachers where it has none.</summary>
    private static async Task<IReadOnlyList<Guid>> Tutors(Act act, Guid course)
    {
        var today = DateOnly.FromDateTime(Texts.Local(act.Now));
        var staff = await act.Db.Set<AssignmentRow>().Where(a => a.CourseId == course && a.From <= today && (a.To == null || a.To >= today) && a.Duty != Duty.Examiner)
            .Select(a => new { a.PersonId, a.Duty }).ToListAsync(act.Ct);
        var tutors = staff.Where(a => a.Duty == Duty.Tutor).Select(a => a.PersonId).ToList();
        return tutors.Count > 0 ? tutors : [.. staff.Select(a => a.PersonId)];
    }
}
