using Alys.Assessment.Bank;

namespace Alys.Assessment.Attempts;

/// <summary>The end of an attempt: every answer that has arrived is counted, what needs no person is scored.</summary>
internal sealed class Closing(ItemBodies bodies)
{
    /// <returns>The closed attempt, or null when it was not running any more.</returns>
    public async Task<Attempt?> Close(Act act, Guid attemptId, AttemptState how, DateTime? at = null)
    {
        // First the row, then its answers: where writers run side by side this waits for the answers that are on their way.
        var changed = await act.Db.Attempts.Where(a => a.Id == attemptId && a.State == AttemptState.Running)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.State, how), act.Ct);
        if (changed == 0) return null;
        var attempt = await act.Db.Attempts.Include(a => a.Items).FirstAsync(a => a.Id == attemptId, act.Ct);
        var (answers, known) = await Material(act.Db, attempt, act.Ct);
        attempt.Close(how, answers, id => known[id], at ?? act.Now);
        act.Wrote("assessment.attempt.submitted", attempt, attempt.Scope, attempt.PersonId, after: attempt.Fact);
        if (attempt.IsMarked) act.Wrote("assessment.attempt.marked", attempt, attempt.Scope, attempt.PersonId, after: attempt.Fact);
        return attempt;
    }

    /// <summary>Scores a closed attempt again, after late answers were accepted.</summary>
    public async Task Again(Act act, Attempt attempt)
    {
        var before = attempt.Fact;
        var (answers, known) = await Material(act.Db, attempt, act.Ct);
        attempt.Score(answers, id => known[id]);
        if (attempt.IsMarked) act.Wrote("assessment.attempt.marked", attempt, attempt.Scope, attempt.PersonId, before, attempt.Fact);
    }

    private async Task<(IReadOnlyDictionary<int, Answer>, IReadOnlyDictionary<Guid, ItemBody>)> Material(Db db, Attempt attempt, CancellationToken ct)
    {
        var answers = await Answer.LastWords(db, db.Answers.Where(a => a.AttemptId == attempt.Id)).AsNoTracking().ToListAsync(ct);
        return (Answer.Standing(answers), await bodies.Of(db, attempt.Items.SelectMany(i => i.Versions), ct));
    }
}
