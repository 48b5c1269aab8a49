using Alys.Access;
using Alys.Curriculum;
using Alys.Enrolment;

namespace Alys.Staffing;

/// <summary>What a person does from a day on, with the role that goes with it.</summary>
internal interface IDuty
{
    Guid PersonId { get; }
    Scope Scope { get; }
    string Role { get; }
    DateOnly From { get; }
    DateOnly? To { get; set; }
    DateTime? RoleGivenAt { get; set; }
    DateTime? RoleWithdrawnAt { get; set; }
}

/// <summary>Gives and ends duties, and keeps the roles that go with them in step with the calendar.</summary>
internal sealed class Duties(People people)
{
    /// <summary>Gives somebody a duty in a course.</summary>
    /// <exception cref="Refusal">The days are wrong, she has the duty then, or she learns in the group.</exception>
    public async Task<Assignment> Assign(Act act, Guid course, Guid person, Duty duty, DateOnly from, DateOnly? to)
    {
        CheckDays(from, to);
        if (await act.Db.Assignments.AnyAsync(a => a.CourseId == course && a.PersonId == person && a.Duty == duty && (a.To == null || a.To >= from) && (to == null || a.From <= to), act.Ct)) throw new Refusal("staffing.refusal.has-duty") { Field = "Person" };
        var isLearner = await (from c in act.Db.Set<CourseRow>()
                               join m in act.Db.Set<GroupMemberRow>() on c.GroupId equals m.GroupId
                               where c.Id == course && m.PersonId == person && (m.To == null || m.To >= @from)
                               select m.PersonId).AnyAsync(act.Ct);
        if (isLearner) throw new Refusal("staffing.refusal.learner") { Field = "Person" };
        var assignment = new Assignment { No = await act.NextNumber("staffing.assignment"), CourseId = course, PersonId = person, Duty = duty, From = from, To = to };
        act.Db.Add(assignment);
        act.Wrote("staffing.duty.given", assignment, assignment.Scope, person, after: new { duty, from, to });
        await AlignOne(act, assignment);
        return assignment;
    }

    /// <summary>Lets somebody write the pack of a subject.</summary>
    /// <exception cref="Refusal">The days are wrong, or she may write it then.</exception>
    public async Task<Author> LetWrite(Act act, Guid subject, Guid person, DateOnly from, DateOnly? to)
    {
        CheckDays(from, to);
        if (await act.Db.Authors.AnyAsync(a => a.SubjectId == subject && a.PersonId == person && (a.To == null || a.To >= from) && (to == null || a.From <= to), act.Ct)) throw new Refusal("staffing.refusal.is-author") { Field = "Person" };
        if (!await act.Db.Set<SubjectRow>().AnyAsync(s => s.Id == subject, act.Ct)) throw new Refusal("staffing.refusal.no-subject") { Field = "Subject" };
        var author = new Author { No = await act.NextNumber("staffing.author"), SubjectId = subject, PersonId = person, From = from, To = to };
        act.Db.Add(author);
        act.Wrote("staffing.author.named", author, author.Scope, person, after: new { from, to });
        await AlignOne(act, author);
        return author;
    }

    /// <summary>Ends a duty with a day, which is the last of it.</summary>
    /// <exception cref="Refusal">The day lies before the first, or the duty has ended before.</exception>
    public async Task End<T>(Act act, T duty, DateOnly last) where T : Entity, IDuty
    {
        if (last < duty.From) throw new Refusal("staffing.refusal.days") { Field = "Last" };
        if (duty.To is { } to && to < last) throw new Refusal("staffing.refusal.ended-before", to) { Field = "Last" };
        var before = new { duty.To };
        duty.To = last;
        act.Wrote("staffing.duty.ended", duty, duty.Scope, duty.PersonId, before, new { duty.Role, last });
        await AlignOne(act, duty);
    }

    /// <summary>Gives the role where a duty has begun, withdraws it where one has ended.</summary>
    public async Task Align(Act act)
    {
        var today = Today(act);
        foreach (var duty in await act.Db.Assignments.Where(a => (a.RoleGivenAt == null && a.From <= today && (a.To == null || a.To >= today)) || (a.RoleGivenAt != null && a.RoleWithdrawnAt == null && a.To < today)).OrderBy(m => m.Id).Take(1000).ToListAsync(act.Ct)) await AlignOne(act, duty);
        foreach (var duty in await act.Db.Authors.Where(a => (a.RoleGivenAt == null && a.From <= today && (a.To == null || a.To >= today)) || (a.RoleGivenAt != null && a.RoleWithdrawnAt == null && a.To < today)).OrderBy(m => m.Id).Take(1000).ToListAsync(act.Ct)) await AlignOne(act, duty);
    }

    private async Task AlignOne<T>(Act act, T duty) where T : Entity, IDuty
    {
        var today = Today(act);
        if (duty.RoleGivenAt is null && duty.From <= today && (duty.To is null || duty.To >= today))
        {
            duty.RoleGivenAt = act.Now;
            await people.Grant(act, duty.PersonId, duty.Role, duty.Scope);
        }
        else if (duty is { RoleGivenAt: not null, RoleWithdrawnAt: null } && duty.To < today)
        {
            duty.RoleWithdrawnAt = act.Now;
            if (!await HoldsAnother(act, duty, today)) await people.Withdraw(act, duty.PersonId, duty.Role, duty.Scope);
        }
    }

    private static Task<bool> HoldsAnother<T>(Act act, T duty, DateOnly today) where T : Entity, IDuty => duty switch
    {
        Assignment a => act.Db.Assignments.AnyAsync(o => o.Id != a.Id && o.CourseId == a.CourseId && o.PersonId == a.PersonId && o.Duty == a.Duty && o.From <= today && (o.To == null || o.To >= today), act.Ct),
        Author a => act.Db.Authors.AnyAsync(o => o.Id != a.Id && o.SubjectId == a.SubjectId && o.PersonId == a.PersonId && o.From <= today && (o.To == null || o.To >= today), act.Ct),
        _ => Task.FromResult(false),
    };

    private static void CheckDays(DateOnly from, DateOnly? to)
    {
        if (from == default) throw new Refusal("platform.refusal.value-missing") { Field = "From" };
        if (to < from) throw new Refusal("staffing.refusal.days") { Field = "To" };
    }

    private static DateOnly Today(Act act) => DateOnly.FromDateTime(Texts.Local(act.Now));
}

internal sealed class AlignDuties(Acts acts, Duties duties) : IJobRun
{
    public Task Run(CancellationToken ct) => acts.Run(Reader.System, duties.Align, ct);
}
