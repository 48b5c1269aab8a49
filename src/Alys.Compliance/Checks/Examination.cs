namespace Alys.Compliance;

/// <summary>Finds the verdict of rules: by their check, by the newest record made by hand, or "not yet".</summary>
internal sealed class Examination(Db db, RulePack pack, IEnumerable<ICheck> checks, KnownFindings known)
{
    /// <summary>The findings of all rules; of a large institution those of the last look.</summary>
    public Task<IReadOnlyDictionary<string, Finding>> All(DateOnly day, CancellationToken ct) => All(day, known.Of, ct);

    /// <summary>Looks at everything now, however long it takes.</summary>
    public Task<IReadOnlyDictionary<string, Finding>> Afresh(DateOnly day, CancellationToken ct) => All(day, _ => null, ct);

    private async Task<IReadOnlyDictionary<string, Finding>> All(DateOnly day, Func<string, Finding?> before, CancellationToken ct)
    {
        var areKept = await known.AreKept(db, day, ct);
        var newest = await db.HandRecords.AsNoTracking().GroupBy(x => x.Rule)
            .Select(x => x.OrderByDescending(r => r.At).First()).ToListAsync(ct);
        var findings = new Dictionary<string, Finding>();
        foreach (var rule in pack.Rules)
        {
            findings[rule.Code] = areKept && rule.IsAutomatic && before(rule.Code) is { } found ? found : await Of(rule, newest.FirstOrDefault(x => x.Rule == rule.Code), (day, areKept), ct);
        }
        return findings;
    }

    public async Task<Finding> One(Rule rule, DateOnly day, CancellationToken ct)
    {
        var newest = await db.HandRecords.AsNoTracking().Where(x => x.Rule == rule.Code).OrderByDescending(x => x.At).FirstOrDefaultAsync(ct);
        var areKept = await known.AreKept(db, day, ct);
        return areKept && rule.IsAutomatic && known.Of(rule.Code) is { } found ? found : await Of(rule, newest, (day, areKept), ct);
    }

    private async Task<Finding> Of(Rule rule, HandRecord? newest, (DateOnly Day, bool IsKept) asked, CancellationToken ct)
    {
        if (rule.IsAutomatic)
        {
            var looked = await checks.Single(x => x.Rule == rule.Code).Look(db, asked.Day, ct);
            return asked.IsKept ? known.Keep(rule.Code, looked) : looked;
        }
        if (!rule.IsRecorded) return new Finding(Verdict.NotYet, "compliance.reason.not-yet");
        return newest == null ? new Finding(Verdict.EvidenceMissing, "compliance.reason.no-record") : newest.Finding(asked.Day);
    }
}
