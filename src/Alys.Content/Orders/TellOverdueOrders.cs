namespace Alys.Content.Orders;

/// <summary>Tells once of each order whose next day has passed.</summary>
internal sealed class TellOverdueOrders(Acts acts) : IJobRun
{
    public Task Run(CancellationToken ct) => acts.Run(Reader.System, Tell, ct);

    public static async Task Tell(Act act)
    {
        var late = await act.Db.PackOrders.Include(o => o.Steps).Where(PackOrder.LateOn(DateOnly.FromDateTime(Texts.Local(act.Now)))).ToListAsync(act.Ct);
        foreach (var order in late.Where(o => o.ToldOf != o.NextDue))
        {
            order.ToldOf = order.NextDue;
            act.Wrote(Facts.OrderOverdue, order, order.Scope, order.MakerId, after: order.Fact() with { DueOn = order.NextDue!.Value });
        }
    }
}
