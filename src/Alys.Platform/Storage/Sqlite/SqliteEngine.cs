using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;

namespace Alys.Platform;

internal sealed class SqliteEngine(PlatformOptions options) : StorageEngine
{
    private static readonly ConditionalWeakTable<object, object> Set = [];
    private readonly string _pooled = ConnectionString(options, pooling: true);
    private readonly string _kept = ConnectionString(options, pooling: false);

    private static string ConnectionString(PlatformOptions options, bool pooling) =>
        new SqliteConnectionStringBuilder { DataSource = Path.Combine(options.Data, "alys.db"), DefaultTimeout = 10, Pooling = pooling }.ToString();

    /// <summary>Durability and speed settings of every connection. Pages are read from the mapped file, so that the cache of a connection serves its writes alone.</summary>
    internal const string Pragmas = "pragma foreign_keys=on; pragma synchronous=full; pragma busy_timeout=5000; pragma temp_store=memory; pragma cache_size=-4000; pragma mmap_size=268435456; pragma wal_autocheckpoint=4000";

    public override string Name => "sqlite";
    public override bool HasSingleWriter => true;
    public override string JournalHorizon => "1=1";
    // With a single writer all rows bear transaction 0 and stand in the order of their numbers. (Of two compared columns SQLite's planner would use the first alone and read the whole journal.)
    public override string JournalAfter(string xid, string seq) => $"\"Xid\" = {xid} and \"Seq\" > {seq}";
    public override string JournalUntil(string xid, string seq) => $"\"Xid\" = {xid} and \"Seq\" <= {seq}";

    public override void Configure(DbContextOptionsBuilder builder) =>
        builder.UseSqlite(_kept, x => x.MigrationsAssembly("Alys.Migrations.Sqlite").CommandTimeout(10)).AddInterceptors(new KeptConnections(_kept), new PreparedTwins());

    public override Task EnsureDatabase(CancellationToken ct)
    {
        Directory.CreateDirectory(options.Data);
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = "pragma journal_mode=wal";
        command.ExecuteNonQuery();
        return Task.CompletedTask;
    }

    public override DbConnection Open()
    {
        var connection = new SqliteConnection(_pooled);
        connection.Open();
        // Once per native connection: the driver's pool hands the same ones out again.
        if (!Set.TryAdd(connection.Handle!, _pooled)) return connection;
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
        return connection;
    }

    // 13 SQLITE_FULL; 10 SQLITE_IOERR is what a full disk under the WAL index gives.
    public override bool IsFull(Exception error) => Find(error) is { SqliteErrorCode: 13 or 10 };
    public override bool IsDuplicate(Exception error) => Find(error) is { SqliteExtendedErrorCode: 2067 or 1555 };
    public override bool IsWorthRetrying(Exception error) => Find(error) is { SqliteErrorCode: 5 };
    public override object Value(Guid id) => id.ToByteArray(true);

    private static SqliteException? Find(Exception? error)
    {
        for (; error is not null; error = error.InnerException)
        {
            if (error is SqliteException found) return found;
        }
        return null;
    }
}
