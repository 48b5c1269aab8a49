using System.Data.Common;
using Alys.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Alys.Tests.Platform;

/// <summary>A host with a listener of its own, which can be made to fail between the fact and the end of its reaction.</summary>
public sealed class ListeningHost : AlysHost
{
    internal static int Failures;
    internal static int Reactions;

    protected override void Change(WebApplicationBuilder builder)
    {
        Failures = 3;
        Reactions = 0;
        var listeners = (Listeners)builder.Services.First(s => s.ServiceType == typeof(Listeners)).ImplementationInstance!;
        listeners.To("test.fact", "test.listener", async (act, row, _) =>
        {
            Interlocked.Increment(ref Reactions);
            act.Db.Add(new NumberRow { Kind = "heard", ScopeId = row.ObjectId.ToString("N"), Last = 1 });
            await act.Db.SaveChangesAsync(act.Ct);
            // Dies after its write and before its cursor moved: neither may stand.
            if (Interlocked.Decrement(ref Failures) >= 0) throw new InvalidOperationException("the listener is killed here");
        });
    }
}

public sealed class JournalTests(ListeningHost alys) : IClassFixture<ListeningHost>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AListenerKilledBetweenFactAndReactionReactsOnceInTheEnd()
    {
        var facts = Enumerable.Range(0, 5).Select(_ => Guid.CreateVersion7()).ToArray();
        foreach (var fact in facts) await alys.Act(act => { act.Wrote("test.fact", "Test", fact); return Task.FromResult(0); });
        await AlysHost.Until(async () => await alys.Read(db => db.Set<NumberRow>().CountAsync(n => n.Kind == "heard", Ct)) >= 5, 40);
        Assert.Equal(5, await alys.Read(db => db.Set<NumberRow>().CountAsync(n => n.Kind == "heard", Ct)));
        Assert.True(ListeningHost.Reactions > 5);
    }

    [Fact, Trait("Engine", "Sqlite")]
    public async Task OnSqliteTheJournalAfterAPlaceIsFoundByTheIndexAlone()
    {
        var plan = await Plan("explain query plan ", 3);
        Assert.Contains("(Xid=? AND Seq>?)", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("TEMP B-TREE", plan, StringComparison.Ordinal);
    }

    [Fact, Trait("Engine", "Postgres")]
    public async Task OnPostgresTheJournalAfterAPlaceIsFoundByTheIndexAlone()
    {
        var plan = await Plan("set enable_seqscan = off; set enable_bitmapscan = off; explain ", 0);
        Assert.Contains("""(ROW("Xid", "Seq") > ROW""", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("Sort", plan, StringComparison.Ordinal);
    }

    private async Task<string> Plan(string explain, int column)
    {
        var engine = alys.Service<StorageEngine>();
        await using var connection = engine.Open();
        await using var command = connection.CreateCommand();
        command.CommandText = $"""{explain}select * from platform_journal where {engine.JournalHorizon} and {engine.JournalAfter("0", "5")} order by "Xid", "Seq" limit 10""";
        await using var rows = await command.ExecuteReaderAsync(Ct);
        var plan = new List<string>();
        while (await rows.ReadAsync(Ct)) plan.Add(rows.GetString(column));
        return string.Join('\n', plan);
    }

    // SQLite has one writer: there commits come in the order of their numbers.
    [Fact, Trait("Engine", "Postgres")]
    public async Task ATransactionThatCommitsLateIsNotMissed()
    {
        var journal = alys.Service<JournalReader>();
        var start = await alys.Read(db => journal.Head(db, Ct));
        var engine = alys.Service<StorageEngine>();
        await using var early = engine.Open();
        await using var late = engine.Open();
        // Reversed twice: "late" takes its transaction id first, writes second and commits last.
        await using var lateTransaction = await late.BeginTransactionAsync(Ct);
        await Execute(late, "select pg_current_xact_id()");
        await using var earlyTransaction = await early.BeginTransactionAsync(Ct);
        await Execute(early, Insert("test.early"));
        await Execute(late, Insert("test.late"));
        await earlyTransaction.CommitAsync(Ct);
        var meanwhile = await alys.Read(db => journal.After(db, start, 100, Ct));
        Assert.DoesNotContain(meanwhile, r => r.What == "test.early");
        await lateTransaction.CommitAsync(Ct);
        var cursor = meanwhile.Count > 0 ? meanwhile[^1].Cursor : start;
        IReadOnlyList<JournalRow> after = [];
        // The horizon is the whole server's: another database's transaction may hold it back for a while.
        await AlysHost.Until(async () => (after = await alys.Read(db => journal.After(db, cursor, 100, Ct, "test."))).Any(r => r.What == "test.early"));
        Assert.Equal(["test.late", "test.early"], after.Where(r => r.What is "test.late" or "test.early").Select(r => r.What));
    }

    private static string Insert(string what) => $"""insert into platform_journal ("Site","At","What","ObjectKind","ObjectId","Data","Salt") values ('base', now(), '{what}', 'Test', gen_random_uuid(), '{"{}"}', decode('00','hex'))""";

    private static async Task Execute(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(Ct);
    }
}
