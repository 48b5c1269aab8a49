using System.Data.Common;

namespace Alys.Platform;

/// <summary>The lane's own connection with its prepared statements. A failed batch is rolled back and run again act by act, so that one bad act fails alone.</summary>
internal sealed class LaneWriter(StorageEngine engine) : IDisposable
{
    private readonly DbConnection _connection = engine.Open();
    private readonly Dictionary<string, DbCommand> _prepared = new(StringComparer.Ordinal);

    public void Commit(List<Lane.Waiting> batch)
    {
        if (Try(batch) is null) return;
        foreach (var waiting in batch) waiting.Error = Try([waiting]);
    }

    private Exception? Try(IReadOnlyList<Lane.Waiting> batch)
    {
        try
        {
            using var transaction = _connection.BeginTransaction();
            foreach (var waiting in batch) waiting.Changed = Run(waiting.Act, transaction);
            transaction.Commit();
            return null;
        }
        catch (DbException error) when (engine.IsFull(error))
        {
            return new Refusal("platform.refusal.disk-full") { Status = StatusCodes.Status507InsufficientStorage };
        }
        catch (DbException error)
        {
            return error;
        }
    }

    private int Run(IReadOnlyList<HotStatement> act, DbTransaction transaction)
    {
        var first = 0;
        for (var i = 0; i < act.Count; i++)
        {
            if (!_prepared.TryGetValue(act[i].Sql, out var command))
            {
                command = Command(engine, _connection, transaction, act[i]);
                _prepared.Add(act[i].Sql, command);
            }
            command.Transaction = transaction;
            Fill(engine, command, act[i]);
            var changed = command.ExecuteNonQuery();
            if (i > 0) continue;
            first = changed;
            if (changed == 0) break;
        }
        return first;
    }

    internal static DbCommand Command(StorageEngine engine, DbConnection connection, DbTransaction transaction, HotStatement statement)
    {
        var command = connection.CreateCommand();
        command.CommandText = statement.Sql;
        command.Transaction = transaction;
        for (var i = 0; i < statement.Parameters.Length; i++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"@p{i}";
            command.Parameters.Add(parameter);
        }
        return command;
    }

    internal static void Fill(StorageEngine engine, DbCommand command, HotStatement statement)
    {
        for (var i = 0; i < statement.Parameters.Length; i++)
        {
            command.Parameters[i].Value = statement.Parameters[i] switch
            {
                null => DBNull.Value,
                Guid id => engine.Value(id),
                DateTime time => UtcMicroseconds.ToStore(time),
                var other => other,
            };
        }
    }

    public void Dispose()
    {
        foreach (var command in _prepared.Values) command.Dispose();
        _connection.Dispose();
    }
}
