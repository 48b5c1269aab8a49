using Alys.Assessment;

namespace Alys.Grading;

/// <summary>The rule by which attempts gave a mark, the attempt that did (none for a mean), and how many there were.</summary>
internal sealed record CountedAttempts(CountingAttempt Rule, int? Number, int Attempts);

/// <summary>A mark on its way into the ledger.</summary>
internal sealed record NewMark(Guid PersonId, decimal Percent, MarkSource Source)
{
    public decimal? Points { get; init; }
    public decimal? MaxPoints { get; init; }
    public Guid? SourceId { get; init; }
    public string? Reason { get; init; }
    /// <summary>Which attempts at a test gave it.</summary>
    public CountedAttempts? Counted { get; init; }

    /// <summary>What the attempts at a test came to.</summary>
    public static NewMark Of(Guid personId, SittingResult result) => new(personId, result.Percent, MarkSource.Attempt)
    {
        Points = result.Points, MaxPoints = result.MaxPoints, SourceId = result.AttemptId, Counted = new(result.Rule, result.Number, result.Attempts),
    };

    /// <summary>A mark of so many points out of so many, as a percentage with two decimals between 0 and 100.</summary>
    public static NewMark OfPoints(Guid personId, decimal points, decimal maxPoints, MarkSource source)
    {
        var percent = maxPoints <= 0 ? 0 : Math.Clamp(100 * points / maxPoints, 0, 100);
        return new(personId, Math.Round(percent, 2, MidpointRounding.AwayFromZero), source) { Points = points, MaxPoints = maxPoints };
    }
}

/// <summary>Adds marks to the ledger of a course; nothing else may.</summary>
internal static class Ledger
{
    /// <summary>Enters a mark by hand, with its ground. Refused while the course's sheet is closed.</summary>
    public static async Task Enter(Act act, ControlEvent into, NewMark mark)
    {
        if (mark.Percent is < 0 or > 100 || decimal.Round(mark.Percent, 2) != mark.Percent) throw new Refusal("grading.refusal.percent");
        if (string.IsNullOrWhiteSpace(mark.Reason)) throw new Refusal("grading.refusal.ground") { Field = "Reason" };
        if (await act.Db.GradeSheets.Where(GradeSheet.IsClosed).AnyAsync(s => s.CourseId == into.CourseId, act.Ct)) throw new Refusal("grading.refusal.sheet-closed");
        await Add(act, into, mark);
    }

    /// <summary>Takes a mark over from a test or a review, unless the same is there already. A closed sheet does not move by it.</summary>
    public static async Task TakeOver(Act act, ControlEvent into, NewMark mark)
    {
        var last = await act.Db.GradeEntries.Where(e => e.EventId == into.Id && e.PersonId == mark.PersonId && e.Source == mark.Source)
            .OrderByDescending(e => e.Turn).FirstOrDefaultAsync(act.Ct);
        if (last is not null && last.Percent == mark.Percent && last.SourceId == mark.SourceId) return;
        await Add(act, into, mark);
    }

    private static async Task Add(Act act, ControlEvent into, NewMark mark)
    {
        var turns = await act.Db.GradeEntries.Where(e => e.EventId == into.Id && e.PersonId == mark.PersonId).MaxAsync(e => (int?)e.Turn, act.Ct) ?? 0;
        var entry = new GradeEntry
        {
            CourseId = into.CourseId,
            EventId = into.Id,
            PersonId = mark.PersonId,
            Turn = turns + 1,
            Percent = mark.Percent,
            Points = mark.Points,
            MaxPoints = mark.MaxPoints,
            Source = mark.Source,
            SourceId = mark.SourceId,
            ByPersonId = act.Reader.IsSignedIn ? act.Reader.PersonId : null,
            At = act.Now,
            Reason = mark.Reason?.Trim(),
            Counting = mark.Counted?.Rule,
            AttemptNumber = mark.Counted?.Number,
            Attempts = mark.Counted?.Attempts,
        };
        act.Db.Add(entry);
        act.Wrote("grading.entry.added", entry, new Scope(ScopeKinds.Course, into.CourseId), mark.PersonId,
            after: new { courseId = into.CourseId, eventId = into.Id, entry.Turn, entry.Percent, entry.Points, entry.MaxPoints, entry.Source, entry.Reason, entry.Counting, entry.AttemptNumber, entry.Attempts });
        // Saved at once, so that a second mark in the same act finds its turn.
        await act.Db.SaveChangesAsync(act.Ct);
    }
}
