using System.Data.Common;

namespace Alys.Platform;

/// <summary>What differs between the two engines. Exactly two siblings implement it: Sqlite/SqliteEngine and Postgres/PostgresEngine.</summary>
internal abstract class StorageEngine
{
    public abstract bool HasSingleWriter { get; }
    public abstract void Configure(DbContextOptionsBuilder options);
    /// <summary>Creates the database if it is missing (the schema comes by migration).</summary>
    public abstract Task EnsureDatabase(CancellationToken ct);
    public abstract DbConnection Open();
    /// <summary>As <see cref="Open"/>, but a thread does not stand still while connections are scarce.</summary>
    public virtual ValueTask<DbConnection> OpenAsync(CancellationToken ct) => new(Open());
    public abstract bool IsFull(Exception error);
    public abstract bool IsDuplicate(Exception error);
    public abstract bool IsWorthRetrying(Exception error);
    /// <summary>Value of a UUID as a raw SQL parameter.</summary>
    public abstract object Value(Guid id);
    /// <summary>SQL condition on journal rows: below the oldest running transaction.</summary>
    public abstract string JournalHorizon { get; }
    /// <summary>SQL condition on journal rows: after the place of two SQL values (transaction, number), in a form that the index on both answers.</summary>
    public abstract string JournalAfter(string xid, string seq);
    /// <summary>SQL condition on journal rows: up to and with the place of two SQL values, in a form that the index on both answers.</summary>
    public abstract string JournalUntil(string xid, string seq);
    public abstract string Name { get; }

    public static StorageEngine For(PlatformOptions options) =>
        options.IsPostgres ? new PostgresEngine(options) : new SqliteEngine(options);
}
