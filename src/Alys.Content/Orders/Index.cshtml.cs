using Alys.Access;
using Alys.Curriculum;

namespace Alys.Content.Orders;

/// <summary>Orders of teaching materials: those under way, the most pressing first; of them the late ones; those that ended.</summary>
[Needs(Rights.Order, Rights.Write)]
internal sealed class IndexModel : ListPage
{
    internal sealed record Line(PackOrder Order, LocalText Subject, string Maker);

    [BindProperty(SupportsGet = true, Name = "which")] public string? Which { get; set; }

    public IReadOnlyList<string> Choices { get; } = ["open", "late", "ended"];
    public IReadOnlyList<Line> Lines { get; private set; } = [];
    public bool MayPlace => Reader.Has(Rights.Order);
    public DateOnly Today => DateOnly.FromDateTime(Texts.Local(Now));

    public async Task OnGet()
    {
        if (!Choices.Contains(Which)) Which = Choices[0];
        var today = Today;
        var orders = Db.PackOrders.AsNoTracking().VisibleTo(Reader, PackOrder.ToMakers);
        orders = Which switch
        {
            "ended" => orders.Where(o => o.End != null).OrderByDescending(o => o.No),
            "late" => orders.Where(PackOrder.LateOn(today)).OrderBy(o => o.DueOn).ThenBy(o => o.No),
            _ => orders.Where(o => o.End == null).OrderBy(o => o.DueOn).ThenBy(o => o.No),
        };
        var found = await PartOf(orders.Include(o => o.Steps).Include(o => o.End).AsSplitQuery());
        var subjects = found.Select(o => o.SubjectId).Distinct().ToList();
        var makers = found.Select(o => o.MakerId).Distinct().ToList();
        var titles = await Db.Set<SubjectRow>().Where(s => subjects.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.Name(), Ct);
        var names = await Db.Set<PersonRow>().Where(p => makers.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, Ct);
        Lines = [.. found.Select(o => new Line(o, titles[o.SubjectId], names[o.MakerId]))];
    }
}
