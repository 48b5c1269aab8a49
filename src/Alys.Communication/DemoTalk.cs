using Alys.Access;
using Alys.Communication.Consultations;
using Alys.Communication.Courses;
using Alys.Communication.Forum;
using Alys.Enrolment;
using Alys.Staffing;
using Microsoft.Extensions.DependencyInjection;

namespace Alys.Communication;

/// <summary>The talk of the believable institution: each row of talk.csv is said by its person through the same verbs as in the pages.</summary>
internal static class DemoTalk
{
    public static async Task Load(Demo demo, CancellationToken ct)
    {
        var options = demo.Services.GetRequiredService<CommunicationOptions>();
        var said = new Dictionary<string, Guid>(StringComparer.Ordinal);
        foreach (var row in demo.Table("talk.csv"))
        {
            var course = demo.Ids["course:" + row["Course"]];
            var reader = await demo.Acts.Read(db => Speaker(db, demo.Ids["person:" + row["UserName"]], course, ct));
            said[row["Thread"]] = await demo.Acts.Run(reader, act => Say(act, options, course, row, said), ct);
        }
    }

    /// <summary>The person with what this module gives her role in the course.</summary>
    private static async Task<Reader> Speaker(Db db, Guid personId, Guid courseId, CancellationToken ct)
    {
        var person = await db.Set<PersonRow>().FirstAsync(p => p.Id == personId, ct);
        var course = await db.Set<CourseRow>().FirstAsync(c => c.Id == courseId, ct);
        var duties = await db.Set<AssignmentRow>().Where(a => a.CourseId == courseId && a.PersonId == personId).Select(a => a.Duty).ToListAsync(ct);
        Grant Given(string role, Scope scope) => new(role, scope, new CommunicationModule().Rights.Where(r => r.DefaultRoles.Contains(role)).Select(r => r.Code).ToHashSet());
        Grant[] grants = duties.Count == 0 ? [Given(Roles.Learner, new(ScopeKinds.Group, course.GroupId))] : [.. duties.Select(d => Given(d.ToString().ToLowerInvariant(), new(ScopeKinds.Course, courseId)))];
        return new Reader(personId, person.Name, person.Language, grants);
    }

    private static async Task<Guid> Say(Act act, CommunicationOptions options, Guid courseId, Demo.Row row, Dictionary<string, Guid> said)
    {
        var course = await act.Db.CoursesFor(act.Reader).FirstAsync(c => c.Id == courseId, act.Ct);
        var text = row["Text"].Replace("\\n", "\n", StringComparison.Ordinal);
        var isForum = row["Where"] == "forum";
        if (!said.TryGetValue(row["Thread"], out var id))
        {
            return isForum ? (await ForumThread.Start(act, course, row["Topic"], text)).Id : (await Consultation.Ask(act, course, options, row["Topic"], text)).Id;
        }
        if (isForum) await (await act.Db.Threads.FirstAsync(t => t.Id == id, act.Ct)).Reply(act, course, text, null);
        else await (await act.Db.Consultations.FirstAsync(c => c.Id == id, act.Ct)).Write(act, course, options, text);
        return id;
    }
}
