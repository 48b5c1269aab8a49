namespace Alys.Assessment.Overrides;

/// <summary>The exceptions of a sitting: those that stand, and those that did.</summary>
[Needs(Rights.Watch)]
internal sealed class IndexModel : OverridePage
{
    public IReadOnlyList<Override> Standing { get; private set; } = [];
    public IReadOnlyList<Override> Ended { get; private set; } = [];
    public Func<Override, string> Name { get; private set; } = null!;
    public bool MayChange { get; private set; }

    public async Task<IActionResult> OnGet(int course, int no)
    {
        if (!await Find(course, no, Rights.Watch)) return NotFound();
        var all = await Db.Overrides.AsNoTracking().Where(o => o.SittingId == Sitting.Id).OrderBy(o => o.No).ToListAsync(Ct);
        Name = await Names(all);
        Standing = [.. all.Where(o => o.EndedAt is null).OrderBy(o => o.PersonId is null).ThenBy(Name, StringComparer.Create(T.Culture, true))];
        Ended = [.. all.Where(o => o.EndedAt is not null).OrderByDescending(o => o.EndedAt)];
        MayChange = Reader.May(Rights.GiveTests, Sitting.Scope);
        return Page();
    }
}
