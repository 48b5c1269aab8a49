namespace Alys.Content.Orders;

/// <summary>Ends an order without a result, with a reason.</summary>
[Needs(Rights.Order)]
internal sealed class CancelModel : OrderPage
{
    [BindProperty] public string? Why { get; set; }

    public async Task<IActionResult> OnGet() => await FindOrder(PackOrder.ToKeepers) ? Page() : NotFound();

    public Task<IActionResult> OnPost() => Act(async act =>
    {
        await FoundOrder(PackOrder.ToKeepers);
        Order.Cancel(act, Why);
        return Done(At("show"), "content.order.is-cancelled");
    }, OnGet);
}
