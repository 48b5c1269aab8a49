namespace Alys.Audit;

/// <summary>Recomputes the chain from the rows as they are now and names the first place that is not as it was sealed.</summary>
internal sealed class Verifier(Acts acts, JournalReader journal)
{
    public Task<Outcome> Verify(CancellationToken ct) => acts.Read(db => Verify(db, ct));

    private async Task<Outcome> Verify(Db db, CancellationToken ct)
    {
        Segment? before = null;
        var rows = 0L;
        var segments = 0;
        while (await Next(db, before, ct) is { } segment)
        {
            if (!segment.Follows(before)) return new Outcome(segments, rows, new Break(Harm.SegmentBroken, segment.No, null));
            var now = await journal.After(db, before?.Last ?? JournalCursor.Start, segment.Rows + 1, ct);
            var broken = Compare(segment, [.. now.Where(x => x.Cursor.CompareTo(segment.Last) <= 0)]);
            if (broken != null) return new Outcome(segments, rows, broken);
            (before, segments, rows) = (segment, segments + 1, rows + segment.Rows);
        }
        return new Outcome(segments, rows, null);
    }

    private static Task<Segment?> Next(Db db, Segment? before, CancellationToken ct)
    {
        var no = before?.No ?? 0;
        return db.Segments.AsNoTracking().Where(x => x.No > no).OrderBy(x => x.No).FirstOrDefaultAsync(ct);
    }

    private static Break? Compare(Segment segment, IReadOnlyList<JournalRow> now)
    {
        var at = 0;
        foreach (var was in segment.Sealed())
        {
            if (at == now.Count || now[at].Cursor.CompareTo(was.Cursor) > 0) return new Break(Harm.RowMissing, segment.No, was.Cursor);
            if (now[at].Cursor != was.Cursor) return new Break(Harm.RowAdded, segment.No, now[at].Cursor);
            if (SealedRow.Of(now[at]) != was) return new Break(Harm.RowChanged, segment.No, was.Cursor);
            at++;
        }
        return at < now.Count ? new Break(Harm.RowAdded, segment.No, now[at].Cursor) : null;
    }
}

/// <summary>Verifies the whole journal once a day and records the outcome.</summary>
internal sealed class VerifyDaily(Acts acts, Verifier verifier) : IJobRun
{
    public async Task Run(CancellationToken ct)
    {
        var outcome = await verifier.Verify(ct);
        await acts.Run(Reader.System, act =>
        {
            var verification = Verification.Of(act, outcome);
            act.Db.Add(verification);
            act.Wrote("audit.journal.verified", verification, Scope.Institution, after: outcome);
            return Task.CompletedTask;
        }, ct);
    }
}
