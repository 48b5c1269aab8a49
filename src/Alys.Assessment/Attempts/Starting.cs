using Alys.Assessment.Bank;
using Alys.Assessment.Sittings;

namespace Alys.Assessment.Attempts;

/// <summary>May a person start an attempt at a sitting, and until when?</summary>
internal sealed record StartRules(Sitting Sitting, IReadOnlyList<Attempt> Mine, TimeSpan Extra, DateTime Now)
{
    public Attempt? Running => Mine.FirstOrDefault(a => a.State == AttemptState.Running);
    public DateTime Closes => Sitting.ClosesAt + Extra;
    public bool IsEarly => Now < Sitting.OpensAt;
    public bool IsLate => Now >= Closes;
    public bool IsUsedUp => Sitting.Attempts > 0 && Mine.Count >= Sitting.Attempts;
    public bool MayStart => Running is null && !IsEarly && !IsLate && !IsUsedUp;

    /// <summary>Why not, in a sentence; null when an attempt may be started or continued.</summary>
    public string? WhyNot => Running is not null ? null
        : IsEarly ? "assessment.refusal.not-open" : IsLate ? "assessment.refusal.closed" : IsUsedUp ? "assessment.refusal.no-attempts-left" : null;
}

/// <summary>Starts attempts: draws the form and pins the versions.</summary>
internal sealed class Starting(Candidates candidates)
{
    public static async Task<StartRules> Rules(Db db, Sitting sitting, Guid personId, DateTime now, CancellationToken ct)
    {
        var mine = await db.Attempts.AsNoTracking().Where(a => a.SittingId == sitting.Id && a.PersonId == personId).OrderBy(a => a.Number).ToListAsync(ct);
        var minutes = await db.ExtraTimes.Where(e => e.SittingId == sitting.Id && e.PersonId == personId).SumAsync(e => e.Minutes, ct);
        return new(sitting, mine, TimeSpan.FromMinutes(minutes), now);
    }

    /// <summary>The running attempt, or a new one.</summary>
    /// <exception cref="Refusal">Not open, over, no attempts left, or too few items.</exception>
    public async Task<Attempt> Start(Act act, Sitting sitting, Guid personId)
    {
        var rules = await Rules(act.Db, sitting, personId, act.Now, act.Ct);
        if (rules.Running is { } running) return running;
        if (rules.WhyNot is { } why) throw new Refusal(why);
        var bank = await candidates.Of(act.Db, sitting.SubjectId, sitting.Language, act.Ct);
        var attempt = Attempt.Begin(sitting, bank, personId, rules.Mine.Count + 1, rules.Extra, act.Now);
        act.Db.Add(attempt);
        act.Wrote("assessment.attempt.started", attempt, attempt.Scope, personId, after: attempt.Fact);
        return attempt;
    }
}
