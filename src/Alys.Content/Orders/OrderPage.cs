using Alys.Curriculum;

namespace Alys.Content.Orders;

/// <summary>Base of the pages of one order, found through the reader.</summary>
internal abstract class OrderPage : AppPage
{
    /// <summary>Short number of the order, from the address.</summary>
    [BindProperty(SupportsGet = true, Name = "no")]
    public int No { get; set; }

    public PackOrder Order { get; private set; } = null!;
    public bool IsKeeper => Reader.May(Rights.Order, Order.Scope);

    public async Task<bool> FindOrder(Visibility<PackOrder> visibility)
    {
        var found = await Db.PackOrders.VisibleTo(Reader, visibility).Include(o => o.Steps).Include(o => o.Moves).Include(o => o.End).AsSplitQuery().FirstOrDefaultAsync(o => o.No == No, Ct);
        if (found is null) return false;
        Order = found;
        return true;
    }

    /// <summary>In an act: finds the order again on what the act sees, or refuses.</summary>
    public async Task FoundOrder(Visibility<PackOrder> visibility)
    {
        if (!await FindOrder(visibility)) throw new Refusal("content.refusal.no-order");
    }

    public string At(string page) => string.Create(CultureInfo.InvariantCulture, $"/content/orders/{page}/{No}");

    public IReadOnlyList<Crumb> Trail(params IEnumerable<Crumb> further) =>
        Crumb.Trail([new Crumb(T["content.orders.title"], "/content/orders"), new Crumb(Order.Title, At("show")), .. further]);

    public Task<SubjectRow> Subject() => Db.Set<SubjectRow>().FirstAsync(s => s.Id == Order.SubjectId, Ct);
}
