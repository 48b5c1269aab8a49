namespace Alys.Assessment.Attempts;

/// <summary>Closes attempts whose deadline and grace are over, each in an act of its own.</summary>
internal sealed class CloseOverdue(Acts acts, Closing closing, RunningAttempts running, AssessmentOptions options, TimeProvider time) : IJobRun
{
    public async Task Run(CancellationToken ct)
    {
        var before = time.GetUtcNow().UtcDateTime - options.Grace;
        var overdue = await acts.Read(db => db.Attempts.AsNoTracking().Where(a => a.State == AttemptState.Running && a.Deadline < before)
            .OrderBy(a => a.Deadline).Select(a => new { a.Id, a.Code, a.Deadline }).Take(500).ToListAsync(ct));
        foreach (var attempt in overdue)
        {
            await acts.Run(Reader.System, act => closing.Close(act, attempt.Id, AttemptState.TimedOut, attempt.Deadline), ct);
            running.Forget(attempt.Code);
        }
    }
}
