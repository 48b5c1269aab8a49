using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Alys.Platform;

/// <summary>
/// A connection that a pooled context keeps open, and with it the statements prepared on it. SQLite has no cache of plans and the driver forgets a statement with its command,
/// so that otherwise every query of a page would be parsed and planned anew, which costs more than running it.
/// </summary>
internal sealed class KeptConnection(string connectionString) : SqliteConnection(connectionString)
{
    /// <summary>Beyond these all are forgotten: only rare texts (lists of many lengths) come to so many.</summary>
    private const int Most = 200;
    private readonly Dictionary<string, Prepared> _prepared = new(StringComparer.Ordinal);
    private bool _isEnding;

    /// <summary>The prepared twin of a command, with its values; null where the twin is being read from just now.</summary>
    public Prepared? Twin(SqliteCommand command)
    {
        if (_prepared.TryGetValue(command.CommandText, out var twin))
        {
            if (twin.IsBusy) return null;
        }
        else
        {
            if (_prepared.Count >= Most) Forget();
            var prepared = CreateCommand();
            prepared.CommandText = command.CommandText;
            _prepared.Add(command.CommandText, twin = new(prepared));
        }
        twin.Take(command);
        return twin;
    }

    public override void Open()
    {
        if (State == ConnectionState.Open) return;
        base.Open();
        using var command = CreateCommand();
        command.CommandText = SqliteEngine.Pragmas;
        command.ExecuteNonQuery();
    }

    /// <summary>Stays open. A reader that a cancelled request left behind is closed, so that it holds no snapshot.</summary>
    public override void Close()
    {
        if (_isEnding) base.Close();
        else foreach (var twin in _prepared.Values.Where(t => t.IsBusy)) twin.Reader!.Dispose();
    }

    protected override void Dispose(bool disposing)
    {
        _isEnding = true;
        if (disposing) Forget();
        base.Dispose(disposing);
    }

    private void Forget()
    {
        foreach (var (text, twin) in _prepared.Where(p => !p.Value.IsBusy || _isEnding).ToArray())
        {
            twin.Reader?.Dispose();
            twin.Command.Dispose();
            _prepared.Remove(text);
        }
    }

    internal sealed class Prepared(SqliteCommand command)
    {
        public SqliteCommand Command { get; } = command;
        public SqliteDataReader? Reader { get; private set; }
        public bool IsBusy => Reader is { IsClosed: false };

        public void Take(SqliteCommand from)
        {
            Reader = null;
            Command.Transaction = from.Transaction;
            Command.CommandTimeout = from.CommandTimeout;
            Command.Parameters.Clear();
            for (var i = 0; i < from.Parameters.Count; i++) Command.Parameters.Add(from.Parameters[i]);
        }

        public DbDataReader Read() => Reader = Command.ExecuteReader();
    }
}

/// <summary>Gives contexts their kept connection. (The provider's own functions for decimals are not registered on it: decimals are stored as REAL.)</summary>
internal sealed class KeptConnections(string connectionString) : DbConnectionInterceptor
{
    public override InterceptionResult<DbConnection> ConnectionCreating(ConnectionCreatingEventData eventData, InterceptionResult<DbConnection> result) =>
        InterceptionResult<DbConnection>.SuppressWithResult(new KeptConnection(connectionString));
}

/// <summary>Runs the prepared twin of each command in its place.</summary>
internal sealed class PreparedTwins : DbCommandInterceptor
{
    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result) => Read(command, result);

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
        new(Read(command, result));

    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result) => Change(command, result);

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
        new(Change(command, result));

    private static InterceptionResult<DbDataReader> Read(DbCommand command, InterceptionResult<DbDataReader> result) =>
        !result.HasResult && command.Connection is KeptConnection kept && kept.Twin((SqliteCommand)command) is { } twin ? InterceptionResult<DbDataReader>.SuppressWithResult(twin.Read()) : result;

    private static InterceptionResult<int> Change(DbCommand command, InterceptionResult<int> result) =>
        !result.HasResult && command.Connection is KeptConnection kept && kept.Twin((SqliteCommand)command) is { } twin ? InterceptionResult<int>.SuppressWithResult(twin.Command.ExecuteNonQuery()) : result;
}
