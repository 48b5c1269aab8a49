namespace Alys.Compliance;

/// <summary>Finds the verdict of rules: by their check, by the newest record made by hand, or "not yet".</summary>
internal sealed class Examination(Db db, RulePack pack, IEnumerable<ICheck> checks)
{
    public async Task<IReadOnlyDictionary<string, Finding>> All(DateOnly day, CancellationToken ct)
    {
        var newest = await db.HandRecords.AsNoTracking().GroupBy(x => x.Rule)
            .Select(x => x.OrderByDescending(r => r.At).First()).ToListAsync(ct);
        var findings = new Dictionary<string, Finding>();
        foreach (var rule in pack.Rules)
        {
            findings[rule.Code] = await Of(rule, newest.FirstOrDefault(x => x.Rule == rule.Code), day, ct);
        }
        return findings;
    }

    public async Task<Finding> One(Rule rule, DateOnly day, CancellationToken ct)
    {
        var newest = await db.HandRecords.AsNoTracking().Where(x => x.Rule == rule.Code).OrderByDescending(x => x.At).FirstOrDefaultAsync(ct);
        return await Of(rule, newest, day, ct);
    }

    private async Task<Finding> Of(Rule rule, HandRecord? newest, DateOnly day, CancellationToken ct)
    {
        if (rule.IsAutomatic) return await checks.Single(x => x.Rule == rule.Code).Look(db, day, ct);
        if (!rule.IsRecorded) return new Finding(Verdict.NotYet, "compliance.reason.not-yet");
        return newest == null ? new Finding(Verdict.EvidenceMissing, "compliance.reason.no-record") : newest.Finding(day);
    }
}
