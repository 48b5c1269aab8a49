#pragma warning disable EF1002 // The interpolated part is the engine's own constant.
namespace Alys.Platform;

/// <summary>Reads the journal in its total order (transaction, number), never past the oldest running transaction, so that nothing committed late is missed.</summary>
public sealed class JournalReader
{
    private readonly StorageEngine _engine;

    internal JournalReader(StorageEngine engine) => _engine = engine;

    /// <summary>Up to <paramref name="most"/> rows after the cursor, whose What starts with <paramref name="prefix"/> (empty: all).</summary>
    public async Task<IReadOnlyList<JournalRow>> After(Db db, JournalCursor cursor, int most, CancellationToken ct, string prefix = "")
    {
        var rows = await db.Set<JournalEntry>()
            .FromSqlRaw($"select * from platform_journal where {_engine.JournalHorizon} and {_engine.JournalAfter("{0}", "{1}")}", cursor.Xid, cursor.Seq)
            .Where(e => prefix == "" || e.What.StartsWith(prefix))
            .OrderBy(e => e.Xid).ThenBy(e => e.Seq).Take(most).AsNoTracking().ToListAsync(ct);
        return [.. rows.Select(Row)];
    }

    /// <summary>Up to <paramref name="most"/> rows after the cursor that fulfil an SQL condition, and the place up to which the journal has thereby been seen.</summary>
    internal async Task<(IReadOnlyList<JournalRow> Rows, JournalCursor Seen)> Wanted(Db db, JournalCursor cursor, int most, string condition, CancellationToken ct)
    {
        var head = await Head(db, ct);
        if (head.CompareTo(cursor) <= 0) return ([], cursor);
        var rows = await db.Set<JournalEntry>()
            .FromSqlRaw($"select * from platform_journal where {_engine.JournalHorizon} and {_engine.JournalAfter("{0}", "{1}")} and {_engine.JournalUntil("{2}", "{3}")} and ({condition})", cursor.Xid, cursor.Seq, head.Xid, head.Seq)
            .OrderBy(e => e.Xid).ThenBy(e => e.Seq).Take(most).AsNoTracking().ToListAsync(ct);
        return ([.. rows.Select(Row)], rows.Count == most ? new(rows[^1].Xid, rows[^1].Seq) : head);
    }

    /// <summary>The newest row that is safe to read, or the start where there is none.</summary>
    public async Task<JournalCursor> Head(Db db, CancellationToken ct)
    {
        var head = await db.Set<JournalEntry>().FromSqlRaw($"select * from platform_journal where {_engine.JournalHorizon}")
            .OrderByDescending(e => e.Xid).ThenByDescending(e => e.Seq).Select(e => new { e.Xid, e.Seq }).FirstOrDefaultAsync(ct);
        return head is null ? JournalCursor.Start : new(head.Xid, head.Seq);
    }

    /// <summary>Rows for the eye, newest first, as a query that pages may narrow.</summary>
    internal static IQueryable<JournalEntry> Entries(Db db) => db.Set<JournalEntry>().AsNoTracking();

    internal static JournalRow Row(JournalEntry e) =>
        new(new(e.Xid, e.Seq), e.Site, e.At, e.ByPersonId, e.What, e.ObjectKind, e.ObjectId, e.ScopeKind, e.ScopeId, e.PersonId, e.Data, e.Salt, e.From);
}
