using Alys.Assessment.Attempts;

namespace Alys.Assessment.Bank;

/// <summary>An item as it is now, with the key, and its versions.</summary>
[Needs(Rights.EditBank)]
internal sealed class ShowModel : AppPage
{
    public Item Item { get; private set; } = null!;
    public IReadOnlyList<ItemVersion> Versions { get; private set; } = [];
    public ItemVersion Version { get; private set; } = null!;
    public ItemBody Body { get; private set; } = null!;
    public IReadOnlyList<string> Right => ItemTexts.Right(Body, T);
    public int Used { get; private set; }
    public bool MayRegrade { get; private set; }

    public IEnumerable<(string Key, string Html)> Overall
    {
        get
        {
            if (Body.WhenRight is { } right) yield return ("assessment.item.when-right", right.Html);
            if (Body.WhenPartly is { } partly) yield return ("assessment.item.when-partly", partly.Html);
            if (Body.WhenWrong is { } wrong) yield return ("assessment.item.when-wrong", wrong.Html);
            if (((Body as Numeric)?.Otherwise ?? (Body as Calculated)?.Otherwise) is { } otherwise) yield return ("assessment.item.otherwise", otherwise.Html);
        }
    }

    public async Task<IActionResult> OnGet(int no, int? v)
    {
        var item = await Db.Items.AsNoTracking().Include(i => i.Tags).FirstOrDefaultAsync(i => i.No == no, Ct);
        if (item is null || !await BankSubjects.May(Db, Reader, item.SubjectId, Ct)) return NotFound();
        Item = item;
        Versions = await Db.ItemVersions.AsNoTracking().Where(x => x.ItemId == item.Id).OrderByDescending(x => x.Number).ToListAsync(Ct);
        var chosen = Versions.FirstOrDefault(x => v is null ? x.Id == item.LiveVersionId : x.Number == v);
        if (chosen is null) return NotFound();
        (Version, Body) = (chosen, BodyJson.Read(chosen.Body));
        Used = await Db.AttemptItems.CountAsync(i => i.VersionId == chosen.Id, Ct);
        var (everywhere, courses) = (Reader.Everywhere(Rights.Regrade), Reader.ScopesOf(Rights.Regrade, ScopeKinds.Course));
        if (Used > 0 && (everywhere || courses.Length > 0)) MayRegrade = await Db.Attempts.AnyAsync(a => (everywhere || courses.Contains(a.CourseId)) && a.Items.Any(i => i.VersionId == chosen.Id), Ct);
        return Page();
    }
}
