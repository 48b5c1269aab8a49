using System.Collections.Concurrent;
using System.Data.Common;
using System.Net.ServerSentEvents;
using Alys.Access;
using Alys.Audit;
using Alys.Communication;
using Alys.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Alys.Tests.Audit;

/// <summary>A host in which a listener of the test's own hears the facts that begin with "order." and gives the person of the row a notice.</summary>
public sealed class ListeningHost : AlysHost
{
    public ConcurrentQueue<Guid> Heard { get; } = [];

    protected override void Change(WebApplicationBuilder builder)
    {
        var listeners = builder.Services.Select(x => x.ImplementationInstance).OfType<Listeners>().Single();
        listeners.To("order.", "tests.order", async (act, row, services) =>
        {
            if (row.PersonId is { } person) await services.GetRequiredService<Notices>().Give(act, person, "communication.notice.answered", [row.ObjectId], "/");
            Heard.Enqueue(row.ObjectId);
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
        var anna = await alys.SignIn("anna");
        var person = await alys.Read(db => db.Set<PersonRow>().Where(x => x.UserName == "anna").Select(x => x.Id).SingleAsync(Ct));
        var told = await Told(anna, [early, late], () => WriteReversed(early, late, person));
        Assert.Contains(early.ToString(), told[0]);
        Assert.Contains(late.ToString(), told[1]);
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
        // On PostgreSQL the horizon is that of the whole server: a long transaction of another test holds it up.
        await AlysHost.Until(() => Task.FromResult(written.All(alys.Heard.Contains)), seconds: 90);
        Assert.Equal(written.Order(), alys.Heard.Where(written.Contains).Order());
        var rows = await alys.Read(db => alys.Service<JournalReader>().After(db, before, 100_000, Ct, "order.many"));
        Assert.Equal(written.Order(), rows.Select(x => x.ObjectId).Order());
        Assert.Equal(rows.Select(x => x.ObjectId), alys.Heard.Where(written.Contains));
    }

    /// <summary>On an engine with one writer the second transaction cannot even begin before the first has ended.</summary>
    private async Task WriteReversed(Guid early, Guid late, Guid person)
    {
        var engine = alys.Service<StorageEngine>();
        if (engine.HasSingleWriter)
        {
            foreach (var id in (Guid[])[early, late]) await alys.Act(act => { act.Wrote("order.one", "Order", id, person: person); return Task.FromResult(0); });
            return;
        }
        await using var first = engine.Open();
        await using var second = engine.Open();
        await using var one = await first.BeginTransactionAsync(Ct);
        await using var two = await second.BeginTransactionAsync(Ct);
        await Insert(first, one, early, person);
        await Insert(second, two, late, person);
        await two.CommitAsync(Ct);
        alys.Service<Pulses>().Send(Pulses.Journal);
        await Seal();
        await Task.Delay(500, Ct);
        Assert.DoesNotContain(late, alys.Heard);
        await one.CommitAsync(Ct);
        alys.Service<Pulses>().Send(Pulses.Journal);
    }

    /// <summary>The notices about the objects as they come by the live stream while something is done.</summary>
    private static async Task<IReadOnlyList<string>> Told(Visitor visitor, Guid[] about, Func<Task> deed)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        enough.CancelAfter(TimeSpan.FromSeconds(20));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/live");
        request.Headers.Add("Last-Event-ID", "0");
        using var answer = await visitor.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, enough.Token);
        var told = new List<string>();
        var doing = deed();
        await foreach (var item in SseParser.Create(await answer.Content.ReadAsStreamAsync(enough.Token)).EnumerateAsync(enough.Token))
        {
            if (about.Any(x => item.Data.Contains(x.ToString(), StringComparison.Ordinal))) told.Add(item.Data);
            if (told.Count == about.Length) break;
        }
        await doing;
        return told;
    }

    private static async Task Insert(DbConnection connection, DbTransaction transaction, Guid id, Guid person)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = $$"""insert into platform_journal ("Site","At","What","ObjectKind","ObjectId","PersonId","Data","Salt") values ('base', now(), 'order.one', 'Order', '{{id}}', '{{person}}', '{}', '\x00')""";
        await command.ExecuteNonQueryAsync(Ct);
    }

    private Task<JournalCursor> Head() => alys.Read(db => alys.Service<JournalReader>().Head(db, Ct));

    private Task Seal() => new Sealer(alys.Service<Acts>(), alys.Service<JournalReader>(), new AuditOptions { SealAfterSeconds = 0 }).Run(Ct);
}
