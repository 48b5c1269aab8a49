using Alys.Content;

namespace Alys.Compliance;

/// <summary>
/// the didactics service develops, buys and introduces teaching materials: there are orders, and none of those under way has missed a day. One that
/// was cancelled proves nothing.
/// </summary>
internal sealed class OrdersCheck : ICheck
{
    public string Rule => "R-13";

    public async Task<Finding> Look(Db db, DateOnly day, CancellationToken ct)
    {
        var orders = await db.Set<PackOrderRow>().Where(x => x.Ended == null || x.Ended == OrderEndKind.PutToUse).OrderByDescending(x => x.No).ToListAsync(ct);
        if (orders.Count == 0) return new Finding(Verdict.EvidenceMissing, "compliance.orders.none");
        var looked = orders.Select(order =>
        {
            var url = string.Create(CultureInfo.InvariantCulture, $"/content/orders/show/{order.No}");
            var title = new LocalText(order.Title, order.Title, order.Title);
            if (order.Ended is not null) return new Evidence(true, title, url, "compliance.orders.in-use", order.Document);
            return new Evidence(day <= order.NextDue, title, url, day <= order.NextDue ? "compliance.orders.due" : "compliance.orders.overdue", order.NextDue);
        });
        return Finding.Of([.. looked], "compliance.orders.none", "compliance.orders.counted");
    }
}
