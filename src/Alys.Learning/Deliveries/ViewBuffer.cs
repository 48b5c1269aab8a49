using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Alys.Learning.Deliveries;

/// <summary>Views of units on their way into the delivery ledger: gathered in memory, written at least each second. Acts never come this way.</summary>
internal sealed class ViewBuffer(Lane lane, ILogger<ViewBuffer> log) : BackgroundService
{
    private readonly ConcurrentDictionary<(Guid Course, Guid Unit, Guid Person), Seen> _seen = new();

    /// <summary>Notes that the learner has the page on the screen.</summary>
    public void Saw(Guid course, Guid unit, Guid person, int page, DateTime now) =>
        _seen.AddOrUpdate((course, unit, person), _ => new(now, now, 1, page), (_, s) => s with { Last = now, Views = s.Views + 1, Page = page });

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var each = new PeriodicTimer(TimeSpan.FromMilliseconds(700));
        try
        {
            while (await each.WaitForNextTickAsync(stoppingToken)) await Flush();
        }
        catch (OperationCanceledException)
        {
            // The program stops; StopAsync writes the rest.
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await Flush();
        await base.StopAsync(cancellationToken);
    }

    private async Task Flush()
    {
        var views = new List<HotStatement>();
        foreach (var key in _seen.Keys)
        {
            if (_seen.TryRemove(key, out var seen)) views.Add(Upsert(key, seen));
        }
        foreach (var some in views.Chunk(200))
        {
            try
            {
                await lane.Write(some, CancellationToken.None);
            }
            catch (Exception error)
            {
                log.LogError(error, "{Count} views of units could not be written into the delivery ledger", some.Length);
            }
        }
    }

    private static HotStatement Upsert((Guid Course, Guid Unit, Guid Person) key, Seen seen) => new(
        """
        insert into learning_deliveries ("PersonId","CourseId","UnitId","Channel","IssuedAt","OpenedAt","ViewedAt","Views","LastPage") values (@p0,@p1,@p2,'Network',@p3,@p4,@p5,@p6,@p7)
        on conflict ("PersonId","CourseId","UnitId","Channel") do update set "OpenedAt" = coalesce(learning_deliveries."OpenedAt", excluded."OpenedAt"),
        "ViewedAt" = excluded."ViewedAt", "Views" = learning_deliveries."Views" + excluded."Views", "LastPage" = excluded."LastPage"
        """,
        key.Person, key.Course, key.Unit, seen.First, seen.First, seen.Last, seen.Views, seen.Page);

    private sealed record Seen(DateTime First, DateTime Last, int Views, int Page);
}
