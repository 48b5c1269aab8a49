using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Alys.Drills;

/// <summary>The database that a drill's server runs on, and a look into it from outside.</summary>
internal sealed class Engine
{
    private readonly string? _server;
    private readonly string _database = $"drill_{Guid.NewGuid():N}";

    private Engine(string? server) => _server = server;

    public string Name => _server is null ? "sqlite" : "postgres";

    /// <summary>PostgreSQL is found by ALYS_TEST_POSTGRES.</summary>
    public static Engine Named(string name) => name switch
    {
        "sqlite" => new Engine(null),
        "postgres" => new Engine(Environment.GetEnvironmentVariable("ALYS_TEST_POSTGRES") ?? "Host=/tmp;Username=postgres"),
        _ => throw new ArgumentException($"There is no engine {name}"),
    };

    public string Argument => _server is null ? "--database=" : $"--database={_server};Database={_database}";

    public long Count(string data, string sql)
    {
        using var connection = Open(data);
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    private DbConnection Open(string data)
    {
        DbConnection connection = _server is null
            ? new SqliteConnection($"Data Source={Directory.EnumerateFiles(data, "*.db").First()};Mode=ReadOnly;Pooling=false")
            : new NpgsqlConnection($"{_server};Database={_database};Pooling=false");
        connection.Open();
        return connection;
    }
}
