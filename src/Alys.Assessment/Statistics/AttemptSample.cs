using Alys.Assessment.Attempts;
using Alys.Assessment.Bank;
using Alys.Assessment.Regrades;

namespace Alys.Assessment.Statistics;

/// <summary>
/// The attempts that statistics are made of: the first of each learner at each sitting that is over and marked. Later ones are left out, since who sits a test again has seen it.
/// </summary>
internal sealed record AttemptSample(IReadOnlyList<ScoredAttempt> Attempts, int Waiting, int Later)
{
    /// <summary>Three statements, however many attempts there are; answers are read without their words.</summary>
    public static async Task<AttemptSample> Of(Db db, IReadOnlyCollection<Guid> sittings, CancellationToken ct)
    {
        var wanted = sittings.ToArray();
        var over = db.Attempts.AsNoTracking().Where(a => wanted.Contains(a.SittingId) && a.State != AttemptState.Running);
        var heads = await over.Select(a => new { a.Id, a.SittingId, a.PersonId, a.Number, a.StartedAt, a.IsMarked }).ToListAsync(ct);
        var first = heads.GroupBy(a => (a.SittingId, a.PersonId)).Select(g => g.MinBy(a => a.Number)!).ToDictionary(a => a.Id);
        var unanswered = db.ItemVersions.Where(v => v.Kind == ItemKind.Description).Select(v => v.Id);
        var items = await (from i in db.AttemptItems
                           where over.Any(a => a.Id == i.AttemptId) && i.Ruling != Ruling.LeftOut && !unanswered.Contains(i.VersionId)
                           select new { i.AttemptId, i.Position, i.VersionId, i.MaxPoints, i.Points, i.Ruling }).ToListAsync(ct);
        var said = await Answer.LastWords(db, db.Answers.Where(x => over.Any(a => a.Id == x.AttemptId))).Select(a => new { a.AttemptId, a.Item, a.At }).ToListAsync(ct);
        var times = said.GroupBy(a => (a.AttemptId, a.Item)).ToDictionary(g => g.Key, g => g.Max(a => a.At));
        var scored = items.Where(i => first.TryGetValue(i.AttemptId, out var head) && head.IsMarked).GroupBy(i => i.AttemptId).Select(g => new ScoredAttempt(g.Key, first[g.Key].StartedAt,
            [.. g.OrderBy(i => i.Position).Select(i => new ScoredItem(i.VersionId, i.Position, (double)(i.Ruling == Ruling.FullMarks ? i.MaxPoints : i.Points ?? 0), (double)i.MaxPoints,
                times.TryGetValue((i.AttemptId, i.Position), out var at) ? at : null))])).Where(a => a.Max > 0).OrderBy(a => a.Id).ToList();
        return new(scored, first.Values.Count(a => !a.IsMarked), heads.Count - first.Count);
    }

    public TestFigures Test() => TestFigures.Of(Attempts);

    /// <summary>The answers of each item version.</summary>
    public ILookup<Guid, ItemAnswer> ByVersion() => Attempts.SelectMany(Answers).ToLookup(a => a.VersionId, a => a.Answer);

    private static IEnumerable<(Guid VersionId, ItemAnswer Answer)> Answers(ScoredAttempt attempt)
    {
        var seconds = new Dictionary<int, double>();
        var before = attempt.StartedAt;
        foreach (var item in attempt.Items.Where(i => i.AnsweredAt is not null).OrderBy(i => i.AnsweredAt))
        {
            seconds[item.Position] = Math.Max(0, (item.AnsweredAt!.Value - before).TotalSeconds);
            before = item.AnsweredAt.Value;
        }
        return attempt.Items.Select(i => (i.VersionId, new ItemAnswer(attempt.Id, i.Points / i.Weight,
            attempt.Max - i.Weight is var rest and > 0 ? (attempt.Points - i.Points) / rest : null, attempt.Share, seconds.TryGetValue(i.Position, out var s) ? s : null)));
    }
}
