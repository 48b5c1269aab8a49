namespace Alys.Content.Orders;

/// <summary>Moves the day of a step, or of the whole order, with a reason.</summary>
[Needs(Rights.Order)]
internal sealed class MoveModel : OrderPage
{
    [BindProperty(SupportsGet = true, Name = "step")] public int? Step { get; set; }
    [BindProperty] public DateOnly? To { get; set; }
    [BindProperty] public string? Why { get; set; }

    public OrderStep? Chosen => Step is { } order ? Order.Steps.Find(s => s.Order == order) : null;

    public async Task<IActionResult> OnGet() => await FindOrder(PackOrder.ToKeepers) && (Step is null || Chosen is not null) ? Page() : NotFound();

    public Task<IActionResult> OnPost() => Act(async act =>
    {
        await FoundOrder(PackOrder.ToKeepers);
        if (Step is not null && Chosen is null) throw new Refusal("content.refusal.no-order");
        Order.Move(act, Chosen, To, Why);
        return Done(At("show"), "content.order.was-moved");
    }, OnGet);
}
