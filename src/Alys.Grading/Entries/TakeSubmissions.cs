using Alys.Learning;

namespace Alys.Grading;

/// <summary>Takes the marks of reviewed submissions over; the newest review counts.</summary>
internal static class TakeSubmissions
{
    public static async Task Hear(Act act, JournalRow row, IServiceProvider services)
    {
        if (row.After<SubmissionFact>() is not { Points: { } points } fact) return;
        var into = await act.Db.ControlEvents.FirstOrDefaultAsync(e => e.CourseId == fact.CourseId && e.UnitId == fact.UnitId && e.RemovedAt == null, act.Ct);
        if (into is not null) await Take(act, into, (row.ObjectId, fact.PersonId, points, fact.MaxPoints));
    }

    /// <summary>All marks that a task has so far, when an event is tied to it.</summary>
    public static async Task All(Act act, ControlEvent into)
    {
        var reviewed = await act.Db.Set<SubmissionRow>()
            .Where(s => s.CourseId == into.CourseId && s.UnitId == into.UnitId && s.State == SubmissionState.Reviewed && s.Points != null).ToListAsync(act.Ct);
        foreach (var work in reviewed) await Take(act, into, (work.Id, work.PersonId, work.Points!.Value, work.MaxPoints));
    }

    private static Task Take(Act act, ControlEvent into, (Guid Id, Guid PersonId, decimal Points, decimal MaxPoints) work) =>
        Ledger.TakeOver(act, into, NewMark.OfPoints(work.PersonId, work.Points, work.MaxPoints, MarkSource.Submission) with { SourceId = work.Id });
}
