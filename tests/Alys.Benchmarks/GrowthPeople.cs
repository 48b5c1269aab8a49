using System.Diagnostics;
using Alys.Access;
using Alys.Content;
using Alys.Curriculum;
using Alys.Enrolment;
using Alys.Institution;
using Alys.Learning;
using Alys.Learning.Openings;
using Alys.Platform;
using Alys.Staffing;
using Microsoft.EntityFrameworkCore;

namespace Alys.Benchmarks;

internal sealed partial class GrowthInstitution
{
    private const int LearnersOfGroup = 25, CoursesOfGroup = 4, GroupsOfTutor = 10, GroupsAtOnce = 20, DeliveredAtOnce = 200;
    private readonly List<Guid> _staff = [];
    private int _people, _groups;

    /// <summary>The first people come by the verbs of the pages, until there are this many.</summary>
    private const int ByVerbs = 1_000;

    /// <summary>Groups until that many learners study.</summary>
    public async Task WithLearners(int wanted)
    {
        var clock = Stopwatch.StartNew();
        var have = await Read(db => db.Set<Membership>().CountAsync(m => m.To == null));
        var after = await Read(db => db.Set<Course>().MaxAsync(c => c.No));
        var packs = await Read(db => db.Set<PackRow>().Join(db.Set<SubjectRow>().Where(s => s.Code.StartsWith("G-")), p => p.SubjectId, s => s.Id, (p, _) => p).OrderBy(p => p.No).ToListAsync());
        var period = await Read(db => db.Set<PeriodRow>().Where(p => p.Kind != PeriodKind.Year).OrderByDescending(p => p.Start).ToListAsync());
        var now = DateOnly.FromDateTime(Texts.Local(DateTime.UtcNow));
        var current = period.First(p => p.Start <= now && now <= p.End);
        for (var turn = 0; have < wanted; turn++)
        {
            var groups = new List<(Guid Id, string Language)>();
            for (; groups.Count < GroupsAtOnce && have < wanted; have += LearnersOfGroup) groups.Add(await Group(Math.Min(LearnersOfGroup, wanted - have), have < ByVerbs, current.Start));
            await Courses(groups, packs, current);
            if (turn % 20 == 19) Say($"{have:#,0} learners", clock);
        }
        await Deliver(after);
        await Heard();
        // As its own housekeeping does within minutes after so many rows have come.
        await Acts.Run(_actor, async act => { act.Db.Database.SetCommandTimeout(600); await act.Db.Database.ExecuteSqlRawAsync("analyze", act.Ct); }, CancellationToken.None);
        Say($"{wanted:#,0} learners in all", clock);
    }

    private async Task<(Guid Id, string Language)> Group(int learners, bool byVerbs, DateOnly started)
    {
        var language = _groups % 3 == 2 ? "ru" : "kk";
        var code = $"{(language == "kk" ? "Т" : "Г")}-{++_groups:0000}";
        var group = await Acts.Run(_actor, act => Enrolment.Group.Open(act, code, null, null, language, started), CancellationToken.None);
        await Acts.Run(_actor, act => byVerbs ? ByVerb(act, group, learners) : InBulk(act, group, learners), CancellationToken.None);
        return (group.Id, language);
    }

    private async Task ByVerb(Act act, Group group, int learners)
    {
        for (var i = 0; i < learners; i++)
        {
            var id = await Service<People>().Register(act, Somebody(group.Language));
            await Service<Movements>().Enrol(act, id, group, new(group.Started));
        }
    }

    /// <summary>
    /// What the verbs write, without what they ask before (is the name free, is she in a group already, has she the role, which number is next): seven
    /// questions a person, which add up at a hundred thousand.
    /// </summary>
    private async Task InBulk(Act act, Group group, int learners)
    {
        act.Db.ChangeTracker.AutoDetectChangesEnabled = false;
        var (person, movement, grant) = (await Numbers(act, "access.person", learners), await Numbers(act, "enrolment.movement", learners), await Numbers(act, "access.grant", learners));
        for (var i = 0; i < learners; i++)
        {
            var said = Somebody(group.Language);
            var registered = new Person { No = person + i, UserName = said.UserName, Surname = said.Surname, Given = said.Given, Patronymic = said.Patronymic, Language = said.Language, RegisteredAt = act.Now };
            registered.NameAgain();
            var enrolled = new Movement { No = movement + i, Kind = MovementKind.Enrolled, PersonId = registered.Id, ToGroupId = group.Id, Date = group.Started, RecordedAt = act.Now };
            var given = new RoleGrant { No = grant + i, PersonId = registered.Id, Role = Roles.Learner, ScopeKind = ScopeKinds.Group, ScopeId = group.Id, From = DateOnly.FromDateTime(Texts.Local(act.Now)), GivenAt = act.Now };
            act.Db.AddRange(registered, new Account { Id = registered.Id, UserName = said.UserName, NormalizedUserName = said.UserName.ToUpperInvariant(), LockoutEnabled = true, SecurityStamp = Guid.NewGuid().ToString("N") },
                enrolled, new Membership { GroupId = group.Id, PersonId = registered.Id, From = group.Started, BegunById = enrolled.Id, RoleGivenAt = act.Now }, given);
            act.Wrote("access.person.registered", registered, person: registered.Id, after: new { registered.UserName, registered.Name });
            act.Wrote("access.role.granted", given, given.Scope, registered.Id, after: new { given.Role, scope = given.ScopeKind, given.Scope.Id, given.From, until = (DateOnly?)null });
            act.Wrote("enrolment.learner.enrolled", enrolled, group.Scope, registered.Id, after: new { group.Code, enrolled.Date });
        }
    }

    /// <summary>Several numbers at once; the first of them.</summary>
    private static async Task<int> Numbers(Act act, string kind, int count)
    {
        var first = await act.NextNumber(kind);
        var scope = Guid.Empty.ToString("N");
        await act.Db.Set<NumberRow>().Where(n => n.Kind == kind && n.ScopeId == scope).ExecuteUpdateAsync(n => n.SetProperty(x => x.Last, x => x.Last + count - 1), act.Ct);
        return first;
    }

    private NewPerson Somebody(string language)
    {
        var (surname, given, patronymic) = _words.Person(language);
        return new($"g{++_people:000000}", surname, given, patronymic, Language: language);
    }

    private async Task Courses(IReadOnlyList<(Guid Id, string Language)> groups, IReadOnlyList<PackRow> packs, PeriodRow period)
    {
        while (_staff.Count < 2 * ((_groups - 1) / GroupsOfTutor + 1)) _staff.Add(await Acts.Run(_actor, act => Service<People>().Register(act, Somebody("kk")), CancellationToken.None));
        var (tutor, teacher) = (_staff[^2], _staff[^1]);
        await Acts.Run(_actor, async act =>
        {
            foreach (var group in groups)
            {
                var own = packs.Where(p => p.Language == group.Language).ToList();
                var at = _words.Next(own.Count);
                for (var i = 0; i < Math.Min(CoursesOfGroup, own.Count); i++)
                {
                    var pack = own[(at + i) % own.Count];
                    var course = await Course.Open(act, pack.SubjectId, group.Id, period.Id, null);
                    await act.Db.SaveChangesAsync(act.Ct);
                    if (i == 0) await Open(act, course, pack, period, (tutor, teacher));
                }
            }
        }, CancellationToken.None);
    }

    private async Task Open(Act act, Course course, PackRow pack, PeriodRow period, (Guid Tutor, Guid Teacher) staff)
    {
        var opening = new Opening { No = await act.NextNumber("learning.opening", course.Id), CourseId = course.Id, PackId = pack.Id, OpensOn = period.Start, At = act.Now };
        act.Db.Add(opening);
        act.Wrote(LearningFacts.Opened, opening, course.Scope, after: new { courseId = course.Id, packId = pack.Id, opening.OpensOn, opening.Until, opening.Reason });
        await Service<Duties>().Assign(act, course.Id, staff.Tutor, Duty.Tutor, period.Start, null);
        await Service<Duties>().Assign(act, course.Id, staff.Teacher, Duty.Teacher, period.Start, null);
    }

    /// <summary>The lines of the ledger that the job of issuing would write one by one, a thousand for each group.</summary>
    private async Task Deliver(int after)
    {
        var clock = Stopwatch.StartNew();
        var last = await Read(db => db.Set<Course>().MaxAsync(c => c.No));
        for (var from = after; from < last; from += DeliveredAtOnce * CoursesOfGroup)
        {
            var to = from + DeliveredAtOnce * CoursesOfGroup;
            await Acts.Run(_actor, async act =>
            {
                act.Db.Database.SetCommandTimeout(600);
                await act.Db.Database.ExecuteSqlAsync($"""
                    insert into learning_deliveries ("CourseId", "UnitId", "PersonId", "Channel", "IssuedAt", "Views", "LastPage")
                    select c."Id", u."Id", m."PersonId", 'Network', {act.Now}, 0, 0
                    from enrolment_courses c
                    join learning_openings o on o."CourseId" = c."Id"
                    join enrolment_memberships m on m."GroupId" = c."GroupId"
                    join content_units u on u."PackId" = o."PackId"
                    where c."No" > {from} and c."No" <= {to} and u."PublishedVersionId" is not null
                    order by m."PersonId", c."Id", u."Id"
                    """, act.Ct);
            }, CancellationToken.None);
        }
        Say($"{await Read(db => db.Set<DeliveryRow>().CountAsync()):#,0} lines of the delivery ledger", clock);
    }
}
