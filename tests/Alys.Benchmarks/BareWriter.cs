using System.Diagnostics;
using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace Alys.Benchmarks;

/// <summary>
/// The most that the machine's disk gives: the same two rows per act (an answer and its journal entry) by prepared ADO statements, grouped into durable
/// commits, without any server around it.
/// </summary>
internal sealed class BareWriter(string folder)
{
    private const int MostActs = 400;
    private sealed record Waiting(int Client, int Number, TaskCompletionSource Done);

    /// <summary>Acts per second with so many clients, each waiting for its acknowledgement.</summary>
    public async Task<(double PerSecond, double P99)> Run(int clients, TimeSpan time)
    {
        var file = Path.Combine(folder, "bare-writer.db");
        File.Delete(file);
        var queue = Channel.CreateBounded<Waiting>(20_000);
        var took = new List<double>();
        var writing = Task.Run(() => Write(file, queue.Reader));
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, clients).Select(client => Task.Run(async () =>
        {
            var own = new List<double>();
            for (var number = 0; clock.Elapsed < time; number++)
            {
                var began = Stopwatch.GetTimestamp();
                var act = new Waiting(client, number, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
                await queue.Writer.WriteAsync(act);
                await act.Done.Task;
                own.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            }
            lock (took) took.AddRange(own);
        })));
        var seconds = clock.Elapsed.TotalSeconds;
        queue.Writer.Complete();
        await writing;
        foreach (var leftover in Directory.GetFiles(folder, "bare-writer.db*")) File.Delete(leftover);
        return (took.Count / seconds, Figures.Percentile(took, 99));
    }

    private static async Task Write(string file, ChannelReader<Waiting> queue)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=false");
        connection.Open();
        Execute(connection, "pragma journal_mode=wal; pragma synchronous=full; create table answers (attempt blob, client integer, number integer, item blob, value text, at text, primary key (attempt, client, number)); create table journal (seq integer primary key autoincrement, at text, person blob, what text, object blob, data text, salt blob)");
        using var answer = Prepare(connection, "insert into answers values (@a, @b, @c, @d, @e, @f)", "@a", "@b", "@c", "@d", "@e", "@f");
        using var entry = Prepare(connection, "insert into journal (at, person, what, object, data, salt) values (@a, @b, @c, @d, @e, @f)", "@a", "@b", "@c", "@d", "@e", "@f");
        var batch = new List<Waiting>();
        var attempt = Guid.NewGuid().ToByteArray();
        while (await queue.WaitToReadAsync())
        {
            using (var transaction = connection.BeginTransaction())
            {
                (answer.Transaction, entry.Transaction) = (transaction, transaction);
                while (batch.Count < MostActs && queue.TryRead(out var act))
                {
                    var now = DateTime.UtcNow.ToString("O", CultureInfo.InvariantCulture);
                    Give(answer, attempt, act.Client, act.Number, attempt, "{\"choice\":[2]}", now);
                    Give(entry, now, attempt, "assessment.answer.saved", attempt, "{\"after\":{\"number\":" + act.Number + "}}", attempt);
                    batch.Add(act);
                }
                transaction.Commit();
            }
            foreach (var act in batch) act.Done.SetResult();
            batch.Clear();
        }
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static SqliteCommand Prepare(SqliteConnection connection, string sql, params string[] names)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var name in names) command.Parameters.AddWithValue(name, DBNull.Value);
        command.Prepare();
        return command;
    }

    private static void Give(SqliteCommand command, params object[] values)
    {
        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i];
        command.ExecuteNonQuery();
    }
}
