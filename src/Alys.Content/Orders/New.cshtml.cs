using Alys.Access;
using Alys.Content.Packs;
using Alys.Curriculum;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Alys.Content.Orders;

/// <summary>Orders a teaching material, to be made here or bought.</summary>
[Needs(Rights.Order)]
internal sealed class NewModel : AppPage
{
    [BindProperty] public OrderForm Form { get; set; } = new();

    public IReadOnlyList<SelectListItem> Subjects { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Makers { get; private set; } = [];
    public IEnumerable<SelectListItem> Kinds => Enum.GetValues<OrderedKind>().Select(k => new SelectListItem(T["enum.OrderedKind." + k], k.ToString()));
    public IEnumerable<SelectListItem> Origins => Enum.GetValues<OrderOrigin>().Select(o => new SelectListItem(T["enum.OrderOrigin." + o], o.ToString()));
    public IEnumerable<SelectListItem> Languages => PackChoices.Languages.Select(l => new SelectListItem(T["content.language." + l], l));

    private IQueryable<SubjectRow> Mine
    {
        get
        {
            var own = Reader.ScopesOf(Rights.Order, ScopeKinds.Subject);
            return Reader.Everywhere(Rights.Order) ? Db.Set<SubjectRow>() : Db.Set<SubjectRow>().Where(s => own.Contains(s.Id));
        }
    }

    public async Task<IActionResult> OnGet()
    {
        Subjects = [.. (await Mine.OrderBy(s => s.Code).ToListAsync(Ct)).Select(s => new SelectListItem($"{s.Code} {s.Name().In(T.Language)}", s.No.ToString(CultureInfo.InvariantCulture)))];
        Makers = [new("—", "0"), .. (await PackOrder.Makers(Db, DateOnly.FromDateTime(Texts.Local(Now))).OrderBy(p => p.Surname).ThenBy(p => p.Given).ToListAsync(Ct)).Select(p => new SelectListItem(p.Name, p.No.ToString(CultureInfo.InvariantCulture)))];
        Form.Fill(T);
        return Page();
    }

    public Task<IActionResult> OnPost() => Act(async act =>
    {
        var subject = await Mine.FirstOrDefaultAsync(s => s.No == Form.SubjectNo, Ct) ?? throw new Refusal("content.refusal.subject") { Field = "Form.SubjectNo" };
        var order = await PackOrder.Place(act, subject, Form);
        return Done($"/content/orders/show/{order.No}", "content.order.placed");
    }, OnGet);
}
