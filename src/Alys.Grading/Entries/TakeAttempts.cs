using Alys.Assessment;

namespace Alys.Grading;

/// <summary>Takes the marks of attempts over. Of several attempts of a learner at a sitting the best counts.</summary>
internal static class TakeAttempts
{
    /// <summary>Hears that an attempt was marked: a test of closed items at its submission, another when its last answer was read, either anew later.</summary>
    public static async Task Hear(Act act, JournalRow row, IServiceProvider services)
    {
        if (row.After<AttemptFact>() is not { } fact) return;
        var into = await act.Db.ControlEvents.FirstOrDefaultAsync(e => e.SittingId == fact.SittingId && e.RemovedAt == null, act.Ct);
        if (into is not null) await Take(act, into, fact.PersonId);
    }

    /// <summary>All marks that a sitting has so far, when an event is tied to it.</summary>
    public static async Task All(Act act, ControlEvent into)
    {
        var people = await act.Db.Set<AttemptRow>().Where(a => a.SittingId == into.SittingId && a.IsMarked).Select(a => a.PersonId).Distinct().ToListAsync(act.Ct);
        foreach (var person in people) await Take(act, into, person);
    }

    private static async Task Take(Act act, ControlEvent into, Guid person)
    {
        var attempts = await act.Db.Set<AttemptRow>().Where(a => a.SittingId == into.SittingId && a.PersonId == person && a.IsMarked && a.SubmittedAt != null).ToListAsync(act.Ct);
        var best = attempts.Select(a => NewMark.OfPoints(person, a.Points ?? 0, a.MaxPoints, MarkSource.Attempt) with { SourceId = a.Id })
            .OrderByDescending(m => m.Percent).ThenBy(m => m.SourceId).FirstOrDefault();
        if (best is not null) await Ledger.TakeOver(act, into, best);
    }
}
