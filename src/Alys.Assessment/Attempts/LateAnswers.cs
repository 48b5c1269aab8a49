namespace Alys.Assessment.Attempts;

/// <summary>Answers that the hot path did not take: repeated ones are acknowledged again, those that came after the end are kept as late.</summary>
internal sealed class LateAnswers(Acts acts)
{
    public async Task Settle(RunningAttempt attempt, Reader reader, string client, IReadOnlyList<AnswerEvent> missed, List<int> saved, List<int> late, CancellationToken ct)
    {
        var states = await Known(attempt, client, ct);
        var unknown = missed.Where(a => !states.ContainsKey(a.Seq)).DistinctBy(a => a.Seq).ToList();
        if (unknown.Count > 0) states = await Keep(attempt, reader, client, unknown, ct);
        foreach (var answer in missed) (states[answer.Seq] == AnswerState.Late ? late : saved).Add(answer.Seq);
    }

    private Task<Dictionary<int, AnswerState>> Known(RunningAttempt attempt, string client, CancellationToken ct) =>
        acts.Read(db => States(db, attempt, client, ct));

    private static Task<Dictionary<int, AnswerState>> States(Db db, RunningAttempt attempt, string client, CancellationToken ct) =>
        db.Answers.AsNoTracking().Where(a => a.AttemptId == attempt.Id && a.Client == client).ToDictionaryAsync(a => a.Seq, a => a.State, ct);

    private Task<Dictionary<int, AnswerState>> Keep(RunningAttempt attempt, Reader reader, string client, IReadOnlyList<AnswerEvent> answers, CancellationToken ct) =>
        acts.Run(reader, async act =>
        {
            var states = await States(act.Db, attempt, client, ct);
            foreach (var answer in answers.Where(a => !states.ContainsKey(a.Seq)))
            {
                states[answer.Seq] = AnswerState.Late;
                act.Db.Add(new Answer
                {
                    AttemptId = attempt.Id, Client = client, Seq = answer.Seq, Item = answer.Item, Response = answer.Response.GetRawText(),
                    At = attempt.TimeOf(answer, act.Now), ReceivedAt = act.Now, State = AnswerState.Late,
                });
            }
            act.Wrote("assessment.answer.late", nameof(Attempt), attempt.Id, new(ScopeKinds.Course, attempt.CourseId), attempt.PersonId,
                after: answers.Select(a => new SavedAnswer(a.Item, client, a.Seq)).ToArray());
            return states;
        }, ct);
}
