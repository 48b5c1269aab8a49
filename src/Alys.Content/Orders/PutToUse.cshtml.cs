using Alys.Content.Packs;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Alys.Content.Orders;

/// <summary>Puts to use what was ordered, by a dated document.</summary>
[Needs(Rights.Order)]
internal sealed class PutToUseModel : OrderPage
{
    [BindProperty] public int? PackNo { get; set; }
    [BindProperty] public string? Document { get; set; }
    [BindProperty] public DateOnly? DocumentDate { get; set; }

    public IReadOnlyList<SelectListItem> Packs { get; private set; } = [];

    private IQueryable<Pack> OfSubject => Db.Packs.Where(p => p.SubjectId == Order.SubjectId && p.Language == Order.Language);

    public async Task<IActionResult> OnGet()
    {
        if (!await FindOrder(PackOrder.ToKeepers)) return NotFound();
        var packs = await OfSubject.AsNoTracking().OrderByDescending(p => p.No).ToListAsync(Ct);
        Packs = [new("—", ""), .. packs.Select(p => new SelectListItem(p.Title.In(T.Language), p.No.ToString(CultureInfo.InvariantCulture)))];
        return Page();
    }

    public Task<IActionResult> OnPost() => Act(async act =>
    {
        await FoundOrder(PackOrder.ToKeepers);
        var pack = PackNo is { } no ? await OfSubject.FirstOrDefaultAsync(p => p.No == no, Ct) ?? throw new Refusal("content.refusal.order-pack") { Field = nameof(PackNo) } : null;
        Order.PutToUse(act, pack, Document, DocumentDate);
        return Done(At("show"), "content.order.is-in-use");
    }, OnGet);
}
