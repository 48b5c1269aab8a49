using Alys.Assessment.Overrides;
using Alys.Enrolment;

namespace Alys.Assessment.Sittings;

/// <summary>Whose terms they are: the sitting's, or an exception of a group or of the learner herself.</summary>
internal enum TermsOf { Sitting, Group, Person }

/// <summary>
/// What holds for one learner at a sitting. For each value the learner's own exception wins, also where it is stricter; otherwise the most favourable of her groups'
/// exceptions; otherwise the sitting itself. Extra time lies beyond all of that.
/// </summary>
internal sealed record Terms(DateTime OpensAt, DateTime ClosesAt, int Minutes, int Attempts, TimeSpan Extra, TermsOf Whose)
{
    /// <summary>When the last attempt must be begun.</summary>
    public DateTime Ends => ClosesAt + Extra;

    /// <summary>The earlier of the time limit and the end of the window; extra time lies beyond both.</summary>
    public DateTime DeadlineOf(DateTime startedAt)
    {
        var limit = Minutes == 0 ? ClosesAt : startedAt.AddMinutes(Minutes);
        return (limit < ClosesAt ? limit : ClosesAt) + Extra;
    }

    /// <param name="sitting">The sitting.</param>
    /// <param name="standing">The standing exceptions that concern the learner: her own and those of her groups.</param>
    /// <param name="extraMinutes">Extra time given to her.</param>
    public static Terms Of(Sitting sitting, IReadOnlyCollection<Override> standing, int extraMinutes)
    {
        var own = standing.FirstOrDefault(o => o.PersonId is not null);
        var groups = standing.Where(o => o.GroupId is not null).ToList();
        return new(
            own?.OpensAt ?? groups.Min(o => o.OpensAt) ?? sitting.OpensAt,
            own?.ClosesAt ?? groups.Max(o => o.ClosesAt) ?? sitting.ClosesAt,
            own?.Minutes ?? Most(groups.Select(o => o.Minutes)) ?? sitting.Minutes,
            own?.Attempts ?? Most(groups.Select(o => o.Attempts)) ?? sitting.Attempts,
            TimeSpan.FromMinutes(extraMinutes),
            own is not null ? TermsOf.Person : groups.Count > 0 ? TermsOf.Group : TermsOf.Sitting);
    }

    public static async Task<Terms> Of(Db db, Sitting sitting, Guid personId, DateTime now, CancellationToken ct)
    {
        var today = DateOnly.FromDateTime(Texts.Local(now));
        var standing = await db.Overrides.AsNoTracking().Where(o => o.SittingId == sitting.Id && o.EndedAt == null && (o.PersonId == personId
            || db.Set<GroupMemberRow>().Any(m => m.GroupId == o.GroupId && m.PersonId == personId && m.From <= today && (m.To == null || m.To >= today)))).ToListAsync(ct);
        return Of(sitting, standing, await db.ExtraTimes.Where(e => e.SittingId == sitting.Id && e.PersonId == personId).SumAsync(e => e.Minutes, ct));
    }

    /// <summary>No limit (0) is more than any number.</summary>
    private static int? Most(IEnumerable<int?> values) => values.Where(v => v is not null).OrderBy(v => v == 0 ? int.MaxValue : v).LastOrDefault();
}

/// <summary>The terms of everybody at one sitting.</summary>
internal sealed class SittingTerms(Sitting sitting, IReadOnlyList<Override> standing, ILookup<Guid, Guid> groupsOf, IReadOnlyDictionary<Guid, int> extra)
{
    public static async Task<SittingTerms> Of(Db db, Sitting sitting, DateTime now, CancellationToken ct)
    {
        var standing = await db.Overrides.AsNoTracking().Where(o => o.SittingId == sitting.Id && o.EndedAt == null).ToListAsync(ct);
        var groups = standing.Where(o => o.GroupId is not null).Select(o => o.GroupId!.Value).ToArray();
        var today = DateOnly.FromDateTime(Texts.Local(now));
        var members = groups.Length == 0 ? [] : await db.Set<GroupMemberRow>().Where(m => groups.Contains(m.GroupId) && m.From <= today && (m.To == null || m.To >= today)).ToListAsync(ct);
        var extra = await db.ExtraTimes.Where(e => e.SittingId == sitting.Id).GroupBy(e => e.PersonId).Select(g => new { g.Key, Minutes = g.Sum(e => e.Minutes) }).ToDictionaryAsync(e => e.Key, e => e.Minutes, ct);
        return new(sitting, standing, members.ToLookup(m => m.PersonId, m => m.GroupId), extra);
    }

    public Terms Of(Guid personId) => Terms.Of(sitting, [.. standing.Where(o => o.PersonId == personId || (o.GroupId is { } group && groupsOf[personId].Contains(group)))], extra.GetValueOrDefault(personId));

    /// <summary>Gives the attempts that run the deadline that their terms have now, if it is later.</summary>
    /// <returns>Their codes.</returns>
    public static async Task<IReadOnlyList<string>> MoveDeadlines(Act act, Sitting sitting)
    {
        var running = await act.Db.Attempts.Where(a => a.SittingId == sitting.Id && a.State == AttemptState.Running).ToListAsync(act.Ct);
        if (running.Count == 0) return [];
        var terms = await Of(act.Db, sitting, act.Now, act.Ct);
        foreach (var attempt in running) attempt.MoveDeadline(terms.Of(attempt.PersonId).DeadlineOf(attempt.StartedAt));
        return [.. running.Select(a => a.Code)];
    }
}
