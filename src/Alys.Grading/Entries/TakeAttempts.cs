using Alys.Assessment;

namespace Alys.Grading;

/// <summary>Takes the marks of attempts over. Of several attempts of a learner at a sitting the one counts that the sitting says.</summary>
internal static class TakeAttempts
{
    /// <summary>Hears that an attempt was marked: a test of closed items at its submission, another when its last answer was read, either anew later; or that an item of it was reckoned otherwise.</summary>
    public static async Task Hear(Act act, JournalRow row, IServiceProvider services)
    {
        if (row.After<AttemptFact>() is not { } fact) return;
        var into = await act.Db.ControlEvents.FirstOrDefaultAsync(e => e.SittingId == fact.SittingId && e.RemovedAt == null, act.Ct);
        if (into is not null) await Take(act, into, fact.PersonId, fact.Reason);
    }

    /// <summary>Hears that a sitting was changed: where another attempt counts now, the marks are taken over anew.</summary>
    public static async Task HearRule(Act act, JournalRow row, IServiceProvider services)
    {
        if (row.Before<CountingFact>()?.Counting == row.After<CountingFact>()?.Counting) return;
        var into = await act.Db.ControlEvents.FirstOrDefaultAsync(e => e.SittingId == row.ObjectId && e.RemovedAt == null, act.Ct);
        if (into is not null) await All(act, into);
    }

    /// <summary>All marks that a sitting has so far, when an event is tied to it.</summary>
    public static async Task All(Act act, ControlEvent into)
    {
        var people = await act.Db.Set<AttemptRow>().Where(a => a.SittingId == into.SittingId && a.IsMarked).Select(a => a.PersonId).Distinct().ToListAsync(act.Ct);
        foreach (var person in people) await Take(act, into, person);
    }

    private static async Task Take(Act act, ControlEvent into, Guid person, string? reason = null)
    {
        var rule = await act.Db.Set<SittingRow>().Where(s => s.Id == into.SittingId).Select(s => s.Counting).FirstAsync(act.Ct);
        var attempts = await act.Db.Set<AttemptRow>().Where(a => a.SittingId == into.SittingId && a.PersonId == person).ToListAsync(act.Ct);
        if (SittingResult.Of(rule, attempts) is { } result) await Ledger.TakeOver(act, into, NewMark.Of(person, result) with { Reason = reason });
    }

    private sealed record CountingFact(CountingAttempt? Counting);
}
