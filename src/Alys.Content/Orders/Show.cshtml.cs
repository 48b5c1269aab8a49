using Alys.Content.Packs;
using Alys.Content.Reviews;
using Alys.Curriculum;

namespace Alys.Content.Orders;

/// <summary>One order: what, by whom, its steps and days, how it ended.</summary>
[Needs(Rights.Order, Rights.Write)]
internal sealed class ShowModel : OrderPage
{
    public LocalText SubjectName { get; private set; } = new("");
    public Pack? Pack { get; private set; }
    public Func<Guid, string> Names { get; private set; } = null!;
    public DateOnly Today => DateOnly.FromDateTime(Texts.Local(Now));

    public async Task<IActionResult> OnGet()
    {
        if (!await FindOrder(PackOrder.ToMakers)) return NotFound();
        SubjectName = (await Subject()).Name();
        if (Order.End?.PackId is { } id) Pack = await Db.Packs.AsNoTracking().FirstAsync(p => p.Id == id, Ct);
        var names = await CommentThread.Names(Db, [Order.MakerId, .. Order.Steps.Select(s => s.DoneByPersonId), .. Order.Moves.Select(m => (Guid?)m.ByPersonId)], Ct);
        Names = id => names(id);
        return Page();
    }
}
