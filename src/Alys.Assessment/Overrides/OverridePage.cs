using Alys.Access;
using Alys.Assessment.Attempts;
using Alys.Assessment.Sittings;
using Alys.Enrolment;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Alys.Assessment.Overrides;

/// <summary>What the pages of a sitting's exceptions share.</summary>
internal abstract class OverridePage : AppPage
{
    public Sitting Sitting { get; private set; } = null!;
    public int Course { get; private set; }
    public string Here => $"/assessment/overrides/{Course}/{Sitting.No}";

    public IReadOnlyList<Crumb> Trail(string? last)
    {
        var list = new Crumb(T["assessment.overrides"], last is null ? null : Here);
        Crumb[] trail = [new(T["assessment.menu.sittings"], "/assessment/sittings"), new(Sitting.Title.In(T.Language), $"/assessment/sittings/show/{Course}/{Sitting.No}"), list];
        return last is null ? trail : [.. trail, new Crumb(last, null)];
    }

    protected async Task<bool> Find(int course, int no, string right)
    {
        var found = await (from x in Db.Sittings join c in Db.Set<CourseRow>() on x.CourseId equals c.Id where c.No == course && x.No == no select x).FirstOrDefaultAsync(Ct);
        if (found is null || !Reader.May(right, found.Scope)) return false;
        (Sitting, Course) = (found, course);
        return true;
    }

    protected Task<Override?> FindStanding(int o) => Db.Overrides.FirstOrDefaultAsync(x => x.SittingId == Sitting.Id && x.No == o && x.EndedAt == null, Ct);

    /// <summary>The learners of the sitting's group and every group that one of them is in.</summary>
    protected async Task<(IReadOnlyList<PersonRow> People, IReadOnlyList<GroupRow> Groups)> Choices()
    {
        var today = DateOnly.FromDateTime(Texts.Local(Now));
        var members = Db.Set<GroupMemberRow>().Where(m => m.From <= today && (m.To == null || m.To >= today));
        var people = await Db.Set<PersonRow>().Where(p => members.Any(m => m.GroupId == Sitting.GroupId && m.PersonId == p.Id)).ToListAsync(Ct);
        var ids = people.Select(p => p.Id).ToArray();
        var groups = await Db.Set<GroupRow>().Where(g => members.Any(m => m.GroupId == g.Id && ids.Contains(m.PersonId))).OrderBy(g => g.Code).ToListAsync(Ct);
        return ([.. people.OrderBy(p => p.Name, StringComparer.Create(T.Culture, true))], groups);
    }

    /// <summary>Who is named by an exception, as people read it.</summary>
    protected async Task<Func<Override, string>> Names(IReadOnlyCollection<Override> of)
    {
        var people = of.Select(o => o.PersonId).Concat(of.Select(o => o.ById)).Concat(of.Select(o => o.EndedById)).OfType<Guid>().Distinct().ToArray();
        var groups = of.Select(o => o.GroupId).OfType<Guid>().Distinct().ToArray();
        People = await Db.Set<PersonRow>().Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, Ct);
        var codes = await Db.Set<GroupRow>().Where(g => groups.Contains(g.Id)).ToDictionaryAsync(g => g.Id, g => g.Code, Ct);
        return o => o.PersonId is { } person ? People.GetValueOrDefault(person, "") : T["assessment.overrides.group", codes.GetValueOrDefault(o.GroupId!.Value)];
    }

    public IReadOnlyDictionary<Guid, string> People { get; private set; } = new Dictionary<Guid, string>();

    /// <summary>Does the deed, then gives running attempts their new deadlines; the hot path forgets what it knew of them.</summary>
    protected async Task<IActionResult> Settle(Func<Act, Task<IActionResult>> deed, Func<Task<IActionResult>> show)
    {
        IReadOnlyList<string> moved = [];
        var result = await Act(async act =>
        {
            var done = await deed(act);
            if (done is not NotFoundResult)
            {
                await act.Db.SaveChangesAsync(act.Ct);
                moved = await SittingTerms.MoveDeadlines(act, Sitting);
            }
            return done;
        }, show);
        foreach (var code in moved) Service<RunningAttempts>().Forget(code);
        return result;
    }
}
