using System.Data.Common;
using Npgsql;

namespace Alys.Platform;

internal sealed class PostgresEngine(PlatformOptions options) : StorageEngine, IDisposable
{
    private readonly NpgsqlDataSource _source = new NpgsqlDataSourceBuilder(WithDefaults(options.Database)).Build();

    public override string Name => "postgres";
    public override bool HasSingleWriter => false;
    public override string JournalHorizon => "\"Xid\" < pg_snapshot_xmin(pg_current_snapshot())::text::bigint";
    public override string JournalAfter(string xid, string seq) => $"(\"Xid\", \"Seq\") > ({xid}, {seq})";
    public override string JournalUntil(string xid, string seq) => $"(\"Xid\", \"Seq\") <= ({xid}, {seq})";
    public string ConnectionString { get; } = WithDefaults(options.Database);

    public override void Configure(DbContextOptionsBuilder builder) =>
        builder.UseNpgsql(_source, x => x.MigrationsAssembly("Alys.Migrations.Postgres").CommandTimeout(30));

    public override async Task EnsureDatabase(CancellationToken ct)
    {
        Directory.CreateDirectory(options.Data);
        try
        {
            await using var probe = await _source.OpenConnectionAsync(ct);
        }
        catch (PostgresException missing) when (missing.SqlState == PostgresErrorCodes.InvalidCatalogName)
        {
            var target = new NpgsqlConnectionStringBuilder(ConnectionString);
            var name = target.Database!;
            target.Database = "postgres";
            await using var admin = new NpgsqlConnection(target.ToString());
            await admin.OpenAsync(ct);
            await using var create = new NpgsqlCommand($"create database \"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\" encoding 'UTF8' template template0", admin);
            await create.ExecuteNonQueryAsync(ct);
        }
    }

    public override DbConnection Open() => _source.OpenConnection();
    public override async ValueTask<DbConnection> OpenAsync(CancellationToken ct) => await _source.OpenConnectionAsync(ct);

    public override bool IsFull(Exception error) => Find(error) is { SqlState: PostgresErrorCodes.DiskFull };
    public override bool IsDuplicate(Exception error) => Find(error) is { SqlState: PostgresErrorCodes.UniqueViolation };
    public override bool IsWorthRetrying(Exception error) => Find(error) is { SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected };
    public override object Value(Guid id) => id;

    public void Dispose() => _source.Dispose();

    private static string WithDefaults(string database)
    {
        var parts = new NpgsqlConnectionStringBuilder(database);
        if (string.IsNullOrEmpty(parts.Database)) parts.Database = "alys";
        if (!database.Contains("Max Auto Prepare", StringComparison.OrdinalIgnoreCase)) parts.MaxAutoPrepare = 100;
        return parts.ToString();
    }

    private static PostgresException? Find(Exception? error)
    {
        for (; error is not null; error = error.InnerException)
        {
            if (error is PostgresException found) return found;
        }
        return null;
    }
}
