using Alys.Access;
using Alys.Curriculum;

namespace Alys.Content.Orders;

/// <summary>Orders of teaching materials: those under way (late ones first), those that ended, all.</summary>
[Needs(Rights.Order, Rights.Write)]
internal sealed class IndexModel : AppPage
{
    private const int PageLength = 50;

    internal sealed record Line(PackOrder Order, LocalText Subject, string Maker);

    [BindProperty(SupportsGet = true, Name = "which")] public string? Which { get; set; }
    [BindProperty(SupportsGet = true, Name = "p")] public int Part { get; set; } = 1;

    public IReadOnlyList<string> Choices { get; } = ["open", "late", "ended"];
    public IReadOnlyList<Line> Lines { get; private set; } = [];
    public bool HasMore { get; private set; }
    public bool MayPlace => Reader.Has(Rights.Order);
    public DateOnly Today => DateOnly.FromDateTime(Texts.Local(Now));

    public async Task OnGet()
    {
        Part = Math.Clamp(Part, 1, 100_000);
        if (!Choices.Contains(Which)) Which = Choices[0];
        var today = Today;
        var orders = Db.PackOrders.AsNoTracking().VisibleTo(Reader, PackOrder.ToMakers);
        orders = Which switch
        {
            "ended" => orders.Where(o => o.End != null).OrderByDescending(o => o.No),
            "late" => orders.Where(o => o.End == null && (o.DueOn < today || o.Steps.Any(s => s.DoneAt == null && s.DueOn < today))).OrderBy(o => o.DueOn).ThenBy(o => o.No),
            _ => orders.Where(o => o.End == null).OrderBy(o => o.DueOn).ThenBy(o => o.No),
        };
        var found = await orders.Skip((Part - 1) * PageLength).Take(PageLength + 1).Include(o => o.Steps).Include(o => o.End).AsSplitQuery().ToListAsync(Ct);
        HasMore = found.Count > PageLength;
        var subjects = found.Select(o => o.SubjectId).Distinct().ToList();
        var makers = found.Select(o => o.MakerId).Distinct().ToList();
        var titles = await Db.Set<SubjectRow>().Where(s => subjects.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.Name(), Ct);
        var names = await Db.Set<PersonRow>().Where(p => makers.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, Ct);
        Lines = [.. found.Take(PageLength).Select(o => new Line(o, titles[o.SubjectId], names[o.MakerId]))];
    }
}
