using Alys.Access;

namespace Alys.Compliance;

/// <summary>One rule: its verdict, the records behind it, and what was recorded by hand.</summary>
[Needs(Rights.Read)]
internal sealed class ShowRule : AppPage
{
    public Rule Rule { get; private set; } = null!;
    public Finding Finding { get; private set; } = null!;
    public IReadOnlyList<Clause> Clauses { get; private set; } = [];
    public IReadOnlyList<(HandRecord Record, string Name)> Records { get; private set; } = [];
    /// <summary>What was said before, newest first.</summary>
    public IReadOnlyList<VerdictEntry> History { get; private set; } = [];
    public bool MayRecord => Reader.Has(Rights.Record);

    public string Css => Finding.Verdict.Css();
    public string Key => Finding.Verdict.Key();

    public async Task<IActionResult> OnGet(string rule)
    {
        var pack = Service<RulePack>();
        if (pack.Find(rule) is not { } found) return NotFound();
        Rule = found;
        Clauses = [.. pack.Clauses.Where(x => x.RuleCodes.Contains(found.Code))];
        Finding = await Service<Examination>().One(found, DateOnly.FromDateTime(Texts.Local(Now)), Ct);
        var records = await (from record in Db.HandRecords.AsNoTracking()
                             where record.Rule == found.Code
                             join person in Db.Set<PersonRow>() on record.ByPersonId equals person.Id
                             orderby record.At descending
                             select new { record, person.Name }).Take(50).ToListAsync(Ct);
        History = await Db.VerdictEntries.AsNoTracking().Where(x => x.Rule == found.Code).OrderByDescending(x => x.At).Take(50).ToListAsync(Ct);
        Records = [.. records.Select(x => (x.record, x.Name))];
        return Page();
    }
}
