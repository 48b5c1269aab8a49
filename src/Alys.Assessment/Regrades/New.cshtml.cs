using Alys.Access;
using Alys.Assessment.Attempts;
using Alys.Assessment.Bank;
using Alys.Assessment.Sittings;
using Alys.Enrolment;

namespace Alys.Assessment.Regrades;

/// <summary>Reckons an item anew in the sittings that used a version of it: first a trial that shows who would move, then the act.</summary>
[Needs(Rights.Regrade)]
internal sealed class NewModel(ItemBodies bodies, Regrading regrading) : AppPage
{
    public Item Item { get; private set; } = null!;
    public ItemVersion Shown { get; private set; } = null!;
    public ItemBody ShownBody { get; private set; } = null!;
    public ItemBody LiveBody { get; private set; } = null!;
    public ItemVersion Live { get; private set; } = null!;
    public IReadOnlyList<UsedBy> Used { get; private set; } = [];
    public IReadOnlyList<RegradeMethod> Methods { get; private set; } = [];
    public IReadOnlyList<RegradeLine>? Trial { get; private set; }
    public IReadOnlyList<KeptResults> Closed { get; private set; } = [];
    public IReadOnlyDictionary<Guid, string> Names { get; private set; } = new Dictionary<Guid, string>();
    public bool HasNewerKey => Live.Id != Shown.Id;

    [BindProperty(SupportsGet = true)] public RegradeMethod? Method { get; set; }
    /// <summary>"course-number" of each sitting.</summary>
    [BindProperty(SupportsGet = true)] public List<string> Sittings { get; set; } = [];
    [BindProperty] public string? Reason { get; set; }
    [BindProperty] public string? Seen { get; set; }

    public async Task<IActionResult> OnGet(int item, int version)
    {
        if (!await Find(item, version)) return NotFound();
        if (Sittings.Count == 0 && Method is null) Sittings = [.. Used.Select(u => u.Key)];
        if (Wish() is not { Sittings.Count: > 0 } wish) return Page();
        Trial = await regrading.Try(Db, wish, Ct);
        Closed = await regrading.Closed(Db, wish.Sittings, Ct);
        Seen = Regrading.Mark(Trial);
        ModelState.Remove(nameof(Seen));
        var people = Trial.Select(l => l.PersonId).Distinct().ToArray();
        Names = await Db.Set<PersonRow>().Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, Ct);
        return Page();
    }

    public Task<IActionResult> OnPost(int item, int version) => Act(async act =>
    {
        if (!await Find(item, version)) return NotFound();
        if (Wish() is not { Sittings.Count: > 0 } wish) throw new Refusal("assessment.refusal.regrade-nothing");
        var regrade = await regrading.Apply(act, wish, Seen, Reason);
        return Done($"/assessment/regrades/show/{regrade.No}", "assessment.regrade.done");
    }, () => OnGet(item, version));

    private RegradeWish? Wish() => Method is { } method && Methods.Contains(method)
        ? new(Item, Shown, method, HasNewerKey ? Live : null, [.. Used.Where(u => Sittings.Contains(u.Key)).Select(u => u.Id)]) : null;

    private async Task<bool> Find(int no, int number)
    {
        var item = await Db.Items.AsNoTracking().FirstOrDefaultAsync(i => i.No == no, Ct);
        var versions = item is null ? [] : await Db.ItemVersions.AsNoTracking().Where(v => v.ItemId == item.Id && (v.Number == number || v.Id == item.LiveVersionId)).ToListAsync(Ct);
        if (versions.FirstOrDefault(v => v.Number == number) is not { } shown) return false;
        (Item, Shown, Live) = (item!, shown, versions.First(v => v.Id == item!.LiveVersionId));
        var mine = Reader.ScopesOf(Rights.Regrade, ScopeKinds.Course);
        var everywhere = Reader.Everywhere(Rights.Regrade);
        var used = Db.Attempts.Where(a => a.Items.Any(i => i.VersionId == shown.Id)).GroupBy(a => a.SittingId).Select(g => new { g.Key, Count = g.Count() });
        Used = await (from u in used
                      join s in Db.Sittings on u.Key equals s.Id
                      join c in Db.Set<CourseRow>() on s.CourseId equals c.Id
                      join g in Db.Set<GroupRow>() on c.GroupId equals g.Id
                      where everywhere || mine.Contains(s.CourseId)
                      orderby c.No, s.No
                      select new UsedBy(s.Id, c.No, s.No, s.Title, g.Code, u.Count)).ToListAsync(Ct);
        if (Used.Count == 0) return false;
        var known = await bodies.Of(Db, [Shown.Id, Live.Id], Ct);
        (ShownBody, LiveBody) = (known[Shown.Id], known[Live.Id]);
        var ids = Used.Select(u => u.Id).ToArray();
        var ruled = await Db.AttemptItems.AnyAsync(i => i.VersionId == shown.Id && (i.Ruling != Ruling.ByKey || i.KeyVersionId != null) && Db.Set<Attempt>().Any(a => a.Id == i.AttemptId && ids.Contains(a.SittingId)), Ct);
        Methods =
        [
            .. HasNewerKey && KeyChange.Fits(ShownBody, LiveBody) ? [RegradeMethod.CorrectedKey] : Array.Empty<RegradeMethod>(),
            RegradeMethod.FullMarks, RegradeMethod.LeaveOut,
            .. ruled ? [RegradeMethod.OwnKey] : Array.Empty<RegradeMethod>(),
        ];
        return true;
    }

    internal sealed record UsedBy(Guid Id, int Course, int No, LocalText Title, string Group, int Attempts)
    {
        public string Key => string.Create(CultureInfo.InvariantCulture, $"{Course}-{No}");
    }
}
