using Alys.Access;
using Alys.Content.Packs;
using Alys.Curriculum;

namespace Alys.Content.Orders;

/// <summary>Orders of the believable institution: one that was made and put to use, one that is being bought.</summary>
internal static class DemoOrders
{
    public static async Task Load(Demo demo, CancellationToken ct)
    {
        foreach (var row in demo.Table("orders.csv"))
        {
            var order = await demo.Acts.Run(demo.Actor, act => Place(demo, act, row), ct);
            var done = int.Parse(row["Done"], CultureInfo.InvariantCulture);
            for (var step = 1; step <= done; step++)
            {
                var no = step;
                await demo.Acts.Run(new Reader(demo.Ids["person:" + row["Maker"]], row["Maker"], "kk", []), async act =>
                {
                    var found = await Of(act, order);
                    found.Finish(act, found.Steps.Single(s => s.Order == no), null);
                    return 0;
                }, ct);
            }
            if (row["Document"].Length == 0) continue;
            await demo.Acts.Run(new Reader(demo.Ids["person:" + row["Keeper"]], row["Keeper"], "kk", []), async act =>
            {
                var pack = demo.Ids["pack:" + row["Pack"]];
                (await Of(act, order)).PutToUse(act, await act.Db.Packs.SingleAsync(p => p.Id == pack, act.Ct), row["Document"], demo.Day(row["DocumentDate"]));
                return 0;
            }, ct);
        }
    }

    private static Task<PackOrder> Of(Act act, Guid id) => act.Db.PackOrders.Include(o => o.Steps).Include(o => o.End).SingleAsync(o => o.Id == id, act.Ct);

    private static async Task<Guid> Place(Demo demo, Act act, Demo.Row row)
    {
        var (subjectId, makerId) = (demo.Ids["subject:" + row["Subject"]], demo.Ids["person:" + row["Maker"]]);
        var form = new OrderForm
        {
            Language = row["Language"],
            Kind = Enum.Parse<OrderedKind>(row["Kind"]),
            Origin = Enum.Parse<OrderOrigin>(row["Origin"]),
            Title = row["Title"],
            Ground = row["Ground"],
            GroundDate = demo.Day(row["GroundDate"]),
            MakerNo = await act.Db.Set<PersonRow>().Where(p => p.Id == makerId).Select(p => p.No).SingleAsync(act.Ct),
            Supplier = row["Supplier"],
            Contract = row["Contract"],
            DueOn = demo.Day(row["DueOn"]),
            Steps = [.. row["Steps"].Split('|').Select(s => s.Split('@')).Select(s => new OrderForm.StepLine { Title = s[0], DueOn = demo.Day(s[1]) })],
        };
        return (await PackOrder.Place(act, await act.Db.Set<SubjectRow>().SingleAsync(s => s.Id == subjectId, act.Ct), form)).Id;
    }
}
