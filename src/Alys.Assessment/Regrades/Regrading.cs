using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Alys.Assessment.Attempts;
using Alys.Assessment.Bank;

namespace Alys.Assessment.Regrades;

/// <summary>What is to be reckoned anew: a version of an item, how, and in which sittings.</summary>
internal sealed record RegradeWish(Item Item, ItemVersion Shown, RegradeMethod Method, ItemVersion? Key, IReadOnlyList<Guid> Sittings)
{
    public Ruling Ruling => Method switch { RegradeMethod.FullMarks => Ruling.FullMarks, RegradeMethod.LeaveOut => Ruling.LeftOut, _ => Ruling.ByKey };
    public Guid? KeyId => Method == RegradeMethod.CorrectedKey ? Key?.Id : null;
}

/// <summary>
/// Reckons an item anew. The trial and the act are the same work on the same rows; the act alone is kept. Attempts go on pointing at the version that was shown,
/// what a person marked stays, and what everybody had before stands in the lines.
/// </summary>
internal sealed class Regrading(ItemBodies bodies, IEnumerable<ResultsKeeper> keepers)
{
    /// <summary>Who would move, from what to what. Nothing is kept.</summary>
    public async Task<IReadOnlyList<RegradeLine>> Try(Db db, RegradeWish wish, CancellationToken ct) =>
        [.. (await Work(db, wish, db.Attempts.AsNoTracking(), ct)).Select(w => w.Line)];

    /// <summary>Does it.</summary>
    /// <param name="act">The act.</param>
    /// <param name="wish">What.</param>
    /// <param name="seen">The mark of the trial that its author looked at.</param>
    /// <param name="reason">Why.</param>
    /// <exception cref="Refusal">Without a reason, nothing to do, nothing would be left to reckon, or the results moved since the trial.</exception>
    public async Task<Regrade> Apply(Act act, RegradeWish wish, string? seen, string? reason)
    {
        if (string.IsNullOrWhiteSpace(reason)) throw new Refusal("assessment.refusal.reason") { Field = "Reason" };
        if (reason.Length > Regrade.MaxReason) throw new Refusal("assessment.refusal.reason-long", Regrade.MaxReason) { Field = "Reason" };
        // First the rows, as closing does: where writers run side by side an attempt that is being closed is waited for, or waits and is scored by the new ruling.
        await Affected(act.Db, wish, act.Db.Attempts).ExecuteUpdateAsync(set => set.SetProperty(a => a.Number, a => a.Number), act.Ct);
        var work = await Work(act.Db, wish, act.Db.Attempts, act.Ct);
        if (work.Count == 0) throw new Refusal("assessment.refusal.regrade-nothing");
        if (work.Any(w => w.Line.MaxAfter <= 0)) throw new Refusal("assessment.refusal.regrade-last-item");
        if (seen != Mark(work.Select(w => w.Line))) throw new Refusal("assessment.refusal.regrade-moved");
        var regrade = new Regrade
        {
            No = await act.NextNumber("assessment.regrade"), ItemId = wish.Item.Id, SubjectId = wish.Item.SubjectId, VersionId = wish.Shown.Id, Version = wish.Shown.Number, Method = wish.Method,
            KeyVersionId = wish.KeyId, KeyVersion = wish.KeyId is null ? null : wish.Key!.Number, Reason = reason.Trim(), ById = act.Reader.PersonId, At = act.Now,
            ClosedJson = JsonSerializer.Serialize(await Closed(act.Db, wish.Sittings, act.Ct)),
        };
        regrade.Lines.AddRange(work.Select(w => w.Line));
        act.Db.Add(regrade);
        act.Wrote("assessment.regrade.applied", regrade, new(ScopeKinds.Subject, wish.Item.SubjectId), after: new
        {
            regrade.No, Item = wish.Item.No, regrade.Version, regrade.Method, regrade.KeyVersion, regrade.Reason,
            Raised = regrade.Lines.Count(l => l.Direction > 0), Lowered = regrade.Lines.Count(l => l.Direction < 0), Unchanged = regrade.Lines.Count(l => l.Direction == 0),
        });
        foreach (var (attempt, before, line) in work.Where(w => w.Attempt.State != AttemptState.Running && (w.Line.Direction != 0 || w.Before != w.Attempt.Fact)))
            act.Wrote("assessment.attempt.regraded", attempt, attempt.Scope, attempt.PersonId, before, attempt.Fact with { Reason = regrade.Reason });
        return regrade;
    }

    /// <summary>What upper modules hold of the sittings' results and have closed.</summary>
    public async Task<IReadOnlyList<KeptResults>> Closed(Db db, IReadOnlyCollection<Guid> sittings, CancellationToken ct)
    {
        var kept = new List<KeptResults>();
        foreach (var keeper in keepers) kept.AddRange((await keeper.Of(db, sittings, ct)).Where(k => k.IsClosed));
        return kept;
    }

    /// <summary>Says the same only of the same lines.</summary>
    public static string Mark(IEnumerable<RegradeLine> lines)
    {
        var text = string.Concat(lines.OrderBy(l => l.AttemptId).Select(l => string.Create(CultureInfo.InvariantCulture, $"{l.AttemptId} {l.WasRunning} {l.TotalBefore:0.00} {l.MaxBefore:0.00} {l.TotalAfter:0.00} {l.MaxAfter:0.00}\n")));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
    }

    private static IQueryable<Attempt> Affected(Db db, RegradeWish wish, IQueryable<Attempt> attempts)
    {
        var (sittings, shown, ruling, key) = (wish.Sittings.ToArray(), wish.Shown.Id, wish.Ruling, wish.KeyId);
        return attempts.Where(a => sittings.Contains(a.SittingId) && a.Items.Any(i => i.VersionId == shown && (i.Ruling != ruling || (ruling == Ruling.ByKey && i.KeyVersionId != key))));
    }

    private async Task<IReadOnlyList<(Attempt Attempt, AttemptFact Before, RegradeLine Line)>> Work(Db db, RegradeWish wish, IQueryable<Attempt> attempts, CancellationToken ct)
    {
        var affected = Affected(db, wish, attempts);
        var found = await affected.Include(a => a.Items).ToListAsync(ct);
        var shown = wish.Shown.Id;
        var items = db.AttemptItems;
        var given = db.Answers.Where(x => affected.Any(a => a.Id == x.AttemptId) && items.Any(i => i.AttemptId == x.AttemptId && i.Position == x.Item && i.VersionId == shown));
        var answers = (await Answer.LastWords(db, given).AsNoTracking().ToListAsync(ct)).ToLookup(a => a.AttemptId);
        var known = await bodies.Of(db, wish.Key is null ? [shown] : [shown, wish.Key.Id], ct);
        var work = new List<(Attempt, AttemptFact, RegradeLine)>(found.Count);
        foreach (var attempt in found)
        {
            var item = attempt.Items.First(i => i.VersionId == shown);
            var (fact, points, weight) = (attempt.Fact, item.Earned, item.Weight);
            var wasRunning = attempt.State == AttemptState.Running;
            attempt.Rule(item, wish, Answer.Standing(answers[attempt.Id]).GetValueOrDefault(item.Position), id => known[id]);
            work.Add((attempt, fact, new RegradeLine
            {
                AttemptId = attempt.Id, CourseId = attempt.CourseId, SittingId = attempt.SittingId, PersonId = attempt.PersonId, Position = item.Position, WasRunning = wasRunning,
                ItemBefore = points, ItemAfter = item.Earned, WeightBefore = weight, WeightAfter = item.Weight,
                TotalBefore = fact.Points ?? 0, TotalAfter = attempt.Points ?? 0, MaxBefore = fact.MaxPoints, MaxAfter = attempt.MaxPoints,
            }));
        }
        return work;
    }
}
