using Alys.Assessment.Bank;
using Alys.Assessment.Sittings;

namespace Alys.Assessment.Attempts;

/// <summary>May a person start an attempt at a sitting, and until when?</summary>
internal sealed record StartRules(Sitting Sitting, IReadOnlyList<Attempt> Mine, Terms Terms, DateTime Now)
{
    public Attempt? Running => Mine.FirstOrDefault(a => a.State == AttemptState.Running);
    public bool IsEarly => Now < Terms.OpensAt;
    public bool IsLate => Now >= Terms.Ends;
    public bool IsUsedUp => Terms.Attempts > 0 && Mine.Count >= Terms.Attempts;
    public int Left => Math.Max(0, Terms.Attempts - Mine.Count);
    public bool MayStart => Running is null && WhyNot is null;

    /// <summary>When the pause after the last attempt is over; null where there is none.</summary>
    public DateTime? PausesUntil => Sitting.PauseMinutes > 0 && Mine.Max(a => a.SubmittedAt) is { } ended && ended.AddMinutes(Sitting.PauseMinutes) is var until && until > Now ? until : null;

    /// <summary>Why not, in a sentence; null when an attempt may be started or continued.</summary>
    public Refusal? WhyNot => Running is not null ? null
        : IsEarly ? new Refusal("assessment.refusal.not-open") : IsLate ? new Refusal("assessment.refusal.closed") : IsUsedUp ? new Refusal("assessment.refusal.no-attempts-left")
        : PausesUntil is { } until ? new Refusal(until < Terms.Ends ? "assessment.refusal.pause" : "assessment.refusal.pause-too-long", until) : null;
}

/// <summary>Starts attempts: draws the form and pins the versions.</summary>
internal sealed class Starting(Candidates candidates)
{
    public static async Task<StartRules> Rules(Db db, Sitting sitting, Guid personId, DateTime now, CancellationToken ct)
    {
        var mine = await db.Attempts.AsNoTracking().Where(a => a.SittingId == sitting.Id && a.PersonId == personId).OrderBy(a => a.Number).ToListAsync(ct);
        return new(sitting, mine, await Terms.Of(db, sitting, personId, now, ct), now);
    }

    /// <summary>The running attempt, or a new one.</summary>
    /// <exception cref="Refusal">Not open, over, no attempts left, or too few items.</exception>
    public async Task<Attempt> Start(Act act, Sitting sitting, Guid personId)
    {
        var rules = await Rules(act.Db, sitting, personId, act.Now, act.Ct);
        if (rules.Running is { } running) return running;
        if (rules.WhyNot is { } why) throw why;
        var bank = await candidates.Of(act.Db, sitting.SubjectId, sitting.Language, act.Ct);
        var attempt = Attempt.Begin(sitting, bank, personId, rules.Mine.Count + 1, rules.Terms, act.Now);
        act.Db.Add(attempt);
        act.Wrote("assessment.attempt.started", attempt, attempt.Scope, personId, after: attempt.Fact);
        return attempt;
    }
}
