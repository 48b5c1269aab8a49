using Alys.Access;

namespace Alys.Enrolment;

/// <summary>Enrols, transfers and releases learners by dated acts, and keeps their role in step with the calendar.</summary>
internal sealed class Movements(People people)
{
    /// <summary>What the order on paper says.</summary>
    public sealed record Order(DateOnly Date, string Number = "", string Reason = "");

    /// <summary>Takes a person into a group from a day on.</summary>
    /// <exception cref="Refusal">The person is in the group, or in another group of the same programme, on that day or later.</exception>
    public async Task<Movement> Enrol(Act act, Guid person, Group group, Order order)
    {
        if (order.Date < group.Started) throw new Refusal("enrolment.refusal.before-start", group.Started) { Field = "Date" };
        var clash = await (from m in act.Db.Memberships
                           join g in act.Db.Groups on m.GroupId equals g.Id
                           where m.PersonId == person && (m.To == null || m.To >= order.Date) && (g.Id == @group.Id || (g.ProgrammeId != null && g.ProgrammeId == @group.ProgrammeId))
                           select g.Code).FirstOrDefaultAsync(act.Ct);
        if (clash is not null) throw new Refusal("enrolment.refusal.member-already", clash) { Field = "Person" };
        var movement = await Record(act, MovementKind.Enrolled, person, null, group.Id, order);
        await Begin(act, movement, person, group.Id);
        act.Wrote("enrolment.learner.enrolled", movement, group.Scope, person, after: new { group.Code, order.Date, order.Number });
        return movement;
    }

    /// <summary>Moves a learner into another group: the old membership ends the day before.</summary>
    /// <exception cref="Refusal">The learner is not in the group then, or is in the other one already.</exception>
    public async Task<Movement> Transfer(Act act, Membership from, Group to, Order order)
    {
        if (from.GroupId == to.Id) throw new Refusal("enrolment.refusal.same-group") { Field = "ToGroup" };
        if (await act.Db.Memberships.AnyAsync(m => m.PersonId == from.PersonId && m.GroupId == to.Id && (m.To == null || m.To >= order.Date), act.Ct)) throw new Refusal("enrolment.refusal.member-already", to.Code) { Field = "ToGroup" };
        var movement = await Record(act, MovementKind.Transferred, from.PersonId, from.GroupId, to.Id, order);
        await End(act, from, movement);
        await Begin(act, movement, from.PersonId, to.Id);
        act.Wrote("enrolment.learner.transferred", movement, to.Scope, from.PersonId, after: new { to.Code, order.Date, order.Number });
        return movement;
    }

    /// <summary>Ends a learner's time in a group; the day of the order is the first without.</summary>
    /// <exception cref="Refusal">The learner is not in the group then, or no reason is given.</exception>
    public async Task<Movement> Release(Act act, Membership membership, Order order)
    {
        if (string.IsNullOrWhiteSpace(order.Reason)) throw new Refusal("enrolment.refusal.reason-missing") { Field = "Reason" };
        var movement = await Record(act, MovementKind.Left, membership.PersonId, membership.GroupId, null, order);
        await End(act, membership, movement);
        act.Wrote("enrolment.learner.released", movement, new Scope(ScopeKinds.Group, membership.GroupId), membership.PersonId, after: new { order.Date, order.Number, order.Reason });
        return movement;
    }

    /// <summary>Gives the role where a membership has begun, withdraws it where one has ended.</summary>
    public async Task Align(Act act)
    {
        var today = Today(act);
        foreach (var begun in await act.Db.Memberships.Where(m => m.RoleGivenAt == null && m.From <= today && (m.To == null || m.To >= today)).OrderBy(m => m.Id).Take(1000).ToListAsync(act.Ct)) await Give(act, begun);
        foreach (var ended in await act.Db.Memberships.Where(m => m.RoleGivenAt != null && m.RoleWithdrawnAt == null && m.To != null && m.To < today).OrderBy(m => m.Id).Take(1000).ToListAsync(act.Ct)) await Take(act, ended, today);
    }

    private static async Task<Movement> Record(Act act, MovementKind kind, Guid person, Guid? from, Guid? to, Order order)
    {
        var movement = new Movement
        {
            No = await act.NextNumber("enrolment.movement"),
            Kind = kind,
            PersonId = person,
            FromGroupId = from,
            ToGroupId = to,
            Date = order.Date,
            OrderNumber = order.Number.Trim(),
            Reason = order.Reason.Trim(),
            RecordedAt = act.Now,
            RecordedByPersonId = act.Reader.IsSignedIn ? act.Reader.PersonId : null,
        };
        act.Db.Add(movement);
        return movement;
    }

    private async Task Begin(Act act, Movement movement, Guid person, Guid group)
    {
        var membership = new Membership { GroupId = group, PersonId = person, From = movement.Date, BegunById = movement.Id };
        act.Db.Add(membership);
        if (membership.IsOn(Today(act))) await Give(act, membership);
    }

    private async Task End(Act act, Membership membership, Movement movement)
    {
        if (membership.To is { } to && to < movement.Date) throw new Refusal("enrolment.refusal.not-a-member");
        if (movement.Date <= membership.From) throw new Refusal("enrolment.refusal.ends-before-start", membership.From) { Field = "Date" };
        membership.To = movement.Date.AddDays(-1);
        membership.EndedById = movement.Id;
        if (membership.To < Today(act) && membership.RoleGivenAt is not null) await Take(act, membership, Today(act));
    }

    private async Task Give(Act act, Membership membership)
    {
        membership.RoleGivenAt = act.Now;
        await people.Grant(act, membership.PersonId, Roles.Learner, new Scope(ScopeKinds.Group, membership.GroupId));
    }

    private async Task Take(Act act, Membership membership, DateOnly today)
    {
        membership.RoleWithdrawnAt = act.Now;
        var again = await act.Db.Memberships.AnyAsync(m => m.Id != membership.Id && m.PersonId == membership.PersonId && m.GroupId == membership.GroupId && m.From <= today && (m.To == null || m.To >= today), act.Ct);
        if (!again) await people.Withdraw(act, membership.PersonId, Roles.Learner, new Scope(ScopeKinds.Group, membership.GroupId));
    }

    private static DateOnly Today(Act act) => DateOnly.FromDateTime(Texts.Local(act.Now));
}

internal sealed class AlignLearners(Acts acts, Movements movements) : IJobRun
{
    public Task Run(CancellationToken ct) => acts.Run(Reader.System, movements.Align, ct);
}
