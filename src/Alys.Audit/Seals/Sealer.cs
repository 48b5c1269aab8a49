namespace Alys.Audit;

/// <summary>Closes the rows of the journal that wait into segments. Acts never wait for it.</summary>
internal sealed class Sealer(Acts acts, JournalReader journal, AuditOptions options) : IJobRun
{
    public async Task Run(CancellationToken ct)
    {
        while (await SealOne(ct)) { }
    }

    /// <summary>False when nothing was ready to be sealed.</summary>
    private async Task<bool> SealOne(CancellationToken ct)
    {
        // Looking first spares the other writers the turn at the gate.
        var isReady = await acts.Read(async db => (await Ready(db, DateTime.MaxValue, ct)).Rows.Count > 0);
        if (!isReady) return false;
        return await acts.Run(Reader.System, async act =>
        {
            // The number itself is not used: its row is the lock that lets one node seal at a time.
            await act.NextNumber("audit.sealing");
            var (before, rows) = await Ready(act.Db, act.Now, ct);
            if (rows.Count > 0) act.Db.Add(Segment.Close(before, rows, act.Now));
            return rows.Count == options.SegmentRows;
        }, ct);
    }

    private async Task<(Segment? Before, IReadOnlyList<JournalRow> Rows)> Ready(Db db, DateTime now, CancellationToken ct)
    {
        var before = await db.Segments.AsNoTracking().OrderByDescending(x => x.No).FirstOrDefaultAsync(ct);
        var rows = await journal.After(db, before?.Last ?? JournalCursor.Start, options.SegmentRows, ct);
        var isWorthIt = rows.Count == options.SegmentRows || rows.Count > 0 && (now - rows[0].At).TotalSeconds >= options.SealAfterSeconds;
        return (before, isWorthIt ? rows : []);
    }
}
