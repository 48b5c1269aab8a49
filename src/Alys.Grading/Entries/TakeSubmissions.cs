namespace Alys.Grading;

/// <summary>Takes the marks of reviewed submissions over; the newest review counts.</summary>
internal static class TakeSubmissions
{
    public static async Task Hear(Act act, JournalRow row, IServiceProvider services)
    {
        if (row.After<Review>() is not { Points: { } points } review) return;
        var into = await act.Db.ControlEvents.FirstOrDefaultAsync(e => e.CourseId == review.CourseId && e.UnitId == review.UnitId && e.RemovedAt == null, act.Ct);
        if (into is not null) await Ledger.TakeOver(act, into, NewMark.OfPoints(review.PersonId, points, review.MaxPoints, MarkSource.Submission) with { SourceId = row.ObjectId });
    }

    private sealed record Review(Guid CourseId, Guid UnitId, Guid PersonId, decimal? Points, decimal MaxPoints);
}
