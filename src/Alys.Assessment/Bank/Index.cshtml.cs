using Alys.Curriculum;

namespace Alys.Assessment.Bank;

/// <summary>The question bank of a subject: filtered by language, kind, tag and words.</summary>
[Needs(Rights.EditBank)]
internal sealed class IndexModel : AppPage
{
    private const int PageSize = 50;

    public IReadOnlyList<SubjectRow> Subjects { get; private set; } = [];
    public SubjectRow? Subject { get; private set; }
    public IReadOnlyList<Item> Items { get; private set; } = [];
    public IReadOnlyList<TagCount> Tags { get; private set; } = [];
    public int Count { get; private set; }
    public int PageNumber { get; private set; }
    public int Pages => Math.Max(1, (Count + PageSize - 1) / PageSize);

    [BindProperty(SupportsGet = true)] public string? Lang { get; set; }
    [BindProperty(SupportsGet = true)] public ItemKind? Kind { get; set; }
    [BindProperty(SupportsGet = true)] public string? Tag { get; set; }
    [BindProperty(SupportsGet = true)] public string? Q { get; set; }
    [BindProperty(SupportsGet = true)] public bool Retired { get; set; }

    public async Task<IActionResult> OnGet(int? subject, int p = 1)
    {
        Subjects = await BankSubjects.Of(Db, Reader, Ct);
        Subject = subject is null ? Subjects.FirstOrDefault() : Subjects.FirstOrDefault(s => s.No == subject);
        if (Subject is null) return subject is null ? Page() : NotFound();
        var items = Db.Items.AsNoTracking().Where(i => i.SubjectId == Subject.Id && (Retired || i.RetiredAt == null));
        if (Lang is { Length: > 0 }) items = items.Where(i => i.Language == Lang);
        if (Kind is { } kind) items = items.Where(i => i.Kind == kind);
        if (Tag is { Length: > 0 }) items = items.Where(i => i.Tags.Any(t => t.Tag == Tag));
        if (Q is { Length: > 0 }) items = items.Where(i => i.Title.Contains(Q) || i.Code!.Contains(Q));
        Count = await items.CountAsync(Ct);
        PageNumber = Math.Clamp(p, 1, Pages);
        Items = await items.Include(i => i.Tags).OrderBy(i => i.No).Skip((PageNumber - 1) * PageSize).Take(PageSize).ToListAsync(Ct);
        var all = Db.Items;
        Tags = await Db.ItemTags.Where(t => all.Any(i => i.Id == t.ItemId && i.SubjectId == Subject.Id && i.RetiredAt == null))
            .GroupBy(t => t.Tag).Select(g => new TagCount(g.Key, g.Count())).ToListAsync(Ct);
        return Page();
    }

    internal sealed record TagCount(string Tag, int Items);
}
