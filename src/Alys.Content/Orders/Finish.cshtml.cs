namespace Alys.Content.Orders;

/// <summary>The step that is next is done, say its maker or those who keep the orders.</summary>
[Needs(Rights.Order, Rights.Write)]
internal sealed class FinishModel : OrderPage
{
    [BindProperty] public string? Word { get; set; }

    public async Task<IActionResult> OnGet() => await FindOrder(PackOrder.ToMakers) ? Page() : NotFound();

    public Task<IActionResult> OnPost(int step) => Act(async act =>
    {
        await FoundOrder(PackOrder.ToMakers);
        Order.Finish(act, Order.Steps.FirstOrDefault(s => s.Order == step) ?? throw new Refusal("content.refusal.no-order"), Word);
        return Done(At("show"), "content.order.was-finished");
    }, OnGet);
}
