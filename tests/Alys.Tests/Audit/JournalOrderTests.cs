using System.Collections.Concurrent;
using System.Data.Common;
using Alys.Audit;
using Alys.Platform;
using Microsoft.AspNetCore.Builder;

namespace Alys.Tests.Audit;

/// <summary>A host in which a listener of the test's own hears the facts that begin with "order.".</summary>
public sealed class ListeningHost : AlysHost
{
    public ConcurrentQueue<Guid> Heard { get; } = [];

    protected override void Change(WebApplicationBuilder builder)
    {
        var listeners = builder.Services.Select(x => x.ImplementationInstance).OfType<Listeners>().Single();
        listeners.To("order.", "tests.order", (act, row, services) =>
        {
            Heard.Enqueue(row.ObjectId);
            return Task.CompletedTask;
        });
    }
}

/// <summary>Nobody who reads the journal misses a row, although a lower number may be committed later.</summary>
public sealed class JournalOrderTests(ListeningHost alys) : IClassFixture<ListeningHost>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TransactionsCommittedInReverseOrderAreAllHeardSealedAndReadOnce()
    {
        var (early, late) = (Guid.NewGuid(), Guid.NewGuid());
        var before = await Head();
        await WriteReversed(early, late);
        await AlysHost.Until(() => Task.FromResult(alys.Heard.Contains(early) && alys.Heard.Contains(late)));
        await Seal();

        var rows = await alys.Read(db => alys.Service<JournalReader>().After(db, before, 1000, Ct, "order."));
        Assert.Equal([early, late], rows.Select(x => x.ObjectId).Where(x => x == early || x == late));
        Assert.Equal([early, late], alys.Heard.Where(x => x == early || x == late));
        var cursors = rows.Select(x => x.Cursor).ToHashSet();
        var sealedRows = (await alys.Read(db => db.Segments.OrderBy(x => x.No).ToListAsync(Ct))).SelectMany(x => x.Sealed()).Select(x => x.Cursor).Where(cursors.Contains);
        Assert.Equal(rows.Select(x => x.Cursor), sealedRows);
    }

    [Fact]
    public async Task ManyWritersAtOnceAreAllHeardOnce()
    {
        var before = await Head();
        var written = new ConcurrentBag<Guid>();
        await Task.WhenAll(Enumerable.Range(0, 16).Select(writer => Task.Run(async () =>
        {
            for (var i = 0; i < 20; i++)
            {
                var id = Guid.NewGuid();
                await alys.Act(act => { act.Wrote("order.many", "Order", id); return Task.FromResult(0); });
                written.Add(id);
            }
        }, Ct)));
        await AlysHost.Until(() => Task.FromResult(written.All(alys.Heard.Contains)));
        Assert.Equal(written.Order(), alys.Heard.Where(written.Contains).Order());
        var rows = await alys.Read(db => alys.Service<JournalReader>().After(db, before, 100_000, Ct, "order.many"));
        Assert.Equal(written.Order(), rows.Select(x => x.ObjectId).Order());
        Assert.Equal(rows.Select(x => x.ObjectId), alys.Heard.Where(written.Contains));
    }

    /// <summary>On an engine with one writer the second transaction cannot even begin before the first has ended.</summary>
    private async Task WriteReversed(Guid early, Guid late)
    {
        var engine = alys.Service<StorageEngine>();
        if (engine.HasSingleWriter)
        {
            foreach (var id in (Guid[])[early, late]) await alys.Act(act => { act.Wrote("order.one", "Order", id); return Task.FromResult(0); });
            return;
        }
        await using var first = engine.Open();
        await using var second = engine.Open();
        await using var one = await first.BeginTransactionAsync(Ct);
        await using var two = await second.BeginTransactionAsync(Ct);
        await Insert(first, one, early);
        await Insert(second, two, late);
        await two.CommitAsync(Ct);
        alys.Service<Pulses>().Send(Pulses.Journal);
        await Seal();
        await Task.Delay(500, Ct);
        Assert.DoesNotContain(late, alys.Heard);
        await one.CommitAsync(Ct);
        alys.Service<Pulses>().Send(Pulses.Journal);
    }

    private static async Task Insert(DbConnection connection, DbTransaction transaction, Guid id)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = $"""insert into platform_journal ("Site","At","What","ObjectKind","ObjectId","Data","Salt") values ('base', now(), 'order.one', 'Order', '{id}', '', '\x00')""";
        await command.ExecuteNonQueryAsync(Ct);
    }

    private Task<JournalCursor> Head() => alys.Read(db => alys.Service<JournalReader>().Head(db, Ct));

    private Task Seal() => new Sealer(alys.Service<Acts>(), alys.Service<JournalReader>(), new AuditOptions { SealAfterSeconds = 0 }).Run(Ct);
}
