using Alys.Assessment.Attempts;
using Alys.Assessment.Bank;

namespace Alys.Assessment.Statistics;

/// <summary>How an item worked, option by option.</summary>
[Needs(Rights.Watch, Rights.EditBank)]
internal sealed class ItemModel(ItemBodies bodies) : StatisticsPage
{
    public ItemLine Line { get; private set; } = null!;
    public ItemBody Body { get; private set; } = null!;
    public IReadOnlyList<OptionFigures> Options { get; private set; } = [];
    public int Unanswered { get; private set; }
    /// <summary>Where the item may be regraded by the reader.</summary>
    public bool MayRegrade { get; private set; }

    public async Task<IActionResult> OnGet(int item, int version, string? s, int? t)
    {
        if (!await Find(s, t)) return NotFound();
        await Reckon();
        if (Items.FirstOrDefault(i => i.No == item && i.Version == version) is not { } line) return NotFound();
        (Line, Body) = (line, (await bodies.Of(Db, [line.VersionId], Ct))[line.VersionId]);
        var given = await Given(line.VersionId);
        Options = OptionFigures.Of(Body, given, T);
        Unanswered = given.Count(g => g.Response is null or "null");
        var mine = Reader.ScopesOf(Rights.Regrade, ScopeKinds.Course);
        var sittings = Sittings.ToArray();
        MayRegrade = Reader.Everywhere(Rights.Regrade) || (mine.Length > 0 && await Db.Sittings.AnyAsync(x => sittings.Contains(x.Id) && mine.Contains(x.CourseId), Ct));
        return Page();
    }

    /// <summary>The answers to this version that stand, with their words.</summary>
    private async Task<IReadOnlyList<GivenResponse>> Given(Guid version)
    {
        var sittings = Sittings.ToArray();
        var attempts = Db.Attempts.Where(a => sittings.Contains(a.SittingId) && a.State != AttemptState.Running);
        var places = await Db.AttemptItems.Where(i => i.VersionId == version && attempts.Any(a => a.Id == i.AttemptId)).Select(i => new { i.AttemptId, i.Position, i.Order }).ToListAsync(Ct);
        var items = Db.AttemptItems;
        var said = Db.Answers.Where(x => attempts.Any(a => a.Id == x.AttemptId) && items.Any(i => i.AttemptId == x.AttemptId && i.Position == x.Item && i.VersionId == version));
        var answers = (await Answer.LastWords(Db, said).AsNoTracking().ToListAsync(Ct)).ToLookup(a => a.AttemptId);
        var totals = Sample.Attempts.ToDictionary(a => a.Id, a => a.Share);
        return [.. places.Where(p => totals.ContainsKey(p.AttemptId)).OrderBy(p => p.AttemptId)
            .Select(p => new GivenResponse(Answer.Standing(answers[p.AttemptId]).GetValueOrDefault(p.Position)?.Response, p.Order, totals[p.AttemptId]))];
    }
}
