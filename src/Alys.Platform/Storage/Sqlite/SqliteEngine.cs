using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Alys.Platform;

internal sealed class SqliteEngine(PlatformOptions options) : StorageEngine
{
    private readonly string _connectionString = new SqliteConnectionStringBuilder
    {
        DataSource = Path.Combine(options.Data, "alys.db"),
        ForeignKeys = true,
        DefaultTimeout = 10,
        Pooling = true,
    }.ToString();

    public override string Name => "sqlite";
    public override bool HasSingleWriter => true;
    public override string JournalHorizon => "1=1";

    public override void Configure(DbContextOptionsBuilder builder) =>
        builder.UseSqlite(_connectionString, x => x.MigrationsAssembly("Alys.Migrations.Sqlite").CommandTimeout(10)).AddInterceptors(new Pragmas());

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
        var connection = new SqliteConnection(_connectionString);
        connection.Open();
        Pragmas.Set(connection);
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

    /// <summary>Durability and speed settings, given once per native connection (the pool hands the same ones out again).</summary>
    internal sealed class Pragmas : DbConnectionInterceptor
    {
        private static readonly ConditionalWeakTable<object, object> Done = [];

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Set((SqliteConnection)connection);

        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            Set((SqliteConnection)connection);
            return Task.CompletedTask;
        }

        internal static void Set(SqliteConnection connection)
        {
            if (connection.Handle is not { } handle || !Done.TryAdd(handle, handle)) return;
            using var command = connection.CreateCommand();
            command.CommandText = "pragma synchronous=full; pragma busy_timeout=5000; pragma temp_store=memory; pragma cache_size=-16000; pragma mmap_size=268435456; pragma wal_autocheckpoint=4000";
            command.ExecuteNonQuery();
        }
    }
}
