using Alys.Access;
using Alys.Curriculum;

namespace Alys.Content.Orders;

/// <summary>Base of the pages of one order, found through the reader.</summary>
public abstract class OrderPage : AppPage
{
    /// <summary>Short number of the order, from the address.</summary>
    [BindProperty(SupportsGet = true, Name = "no")]
    public int No { get; set; }

    internal PackOrder Order { get; private set; } = null!;
    internal bool IsKeeper => Order is { } && (Reader.Everywhere(Rights.Order) || Reader.May(Rights.Order, Order.Scope));

    internal async Task<bool> FindOrder(Visibility<PackOrder> visibility)
    {
        var found = await Db.PackOrders.VisibleTo(Reader, visibility).Include(o => o.Steps).Include(o => o.Moves).Include(o => o.End).AsSplitQuery().FirstOrDefaultAsync(o => o.No == No, Ct);
        if (found is null) return false;
        Order = found;
        return true;
    }

    /// <summary>In an act: finds the order again on what the act sees, or refuses.</summary>
    internal async Task FoundOrder(Visibility<PackOrder> visibility)
    {
        if (!await FindOrder(visibility)) throw new Refusal("content.refusal.no-order");
    }

    internal string At(string page) => string.Create(CultureInfo.InvariantCulture, $"/content/orders/{page}/{No}");

    internal IReadOnlyList<Crumb> Trail(params IEnumerable<Crumb> further) =>
        Crumb.Trail([new Crumb(T["content.orders.title"], "/content/orders"), new Crumb(Order.Title, At("show")), .. further]);

    internal Task<string> NameOf(Guid person) => Db.Set<PersonRow>().Where(p => p.Id == person).Select(p => p.Name).FirstAsync(Ct);

    internal Task<SubjectRow> Subject() => Db.Set<SubjectRow>().FirstAsync(s => s.Id == Order.SubjectId, Ct);
}
