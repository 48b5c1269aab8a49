using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alys.Compliance;

/// <summary>
/// What the examination of a rule said since a moment. A new entry is added when the verdict changes, and at most once a day when only its sentence
/// does; none is ever changed.
/// </summary>
internal sealed class VerdictEntry : Entity
{
    private VerdictEntry() { }

    public string Rule { get; private init; } = "";
    public int RuleVersion { get; private init; }
    /// <summary>The institution's day.</summary>
    public DateOnly Day { get; private init; }
    public DateTime At { get; private init; }
    public Verdict Verdict { get; private init; }
    /// <summary>The verdict before; null in the first entry of a rule.</summary>
    public Verdict? Before { get; private init; }
    /// <summary>The sentence of the finding as it was read that day.</summary>
    public LocalText Said { get; private init; } = new("");

    /// <summary>Adds entries for what has changed since the newest ones.</summary>
    /// <param name="lookedAt">When the examination began: what somebody has kept since then is newer.</param>
    /// <returns>How many verdicts changed.</returns>
    public static async Task<int> Keep(Act act, RulePack pack, IReadOnlyDictionary<string, Finding> findings, DateTime lookedAt, TextTable texts)
    {
        var day = DateOnly.FromDateTime(Texts.Local(lookedAt));
        var newest = await act.Db.VerdictEntries.AsNoTracking().GroupBy(x => x.Rule).Select(x => x.OrderByDescending(e => e.At).First()).ToDictionaryAsync(x => x.Rule, act.Ct);
        var changed = 0;
        foreach (var rule in pack.Rules)
        {
            var finding = findings[rule.Code];
            var said = new LocalText(texts.For("kk")[finding.Reason, finding.Args], texts.For("ru")[finding.Reason, finding.Args], texts.For("en")[finding.Reason, finding.Args]);
            var last = newest.GetValueOrDefault(rule.Code);
            if (last?.At > lookedAt) continue;
            if (last?.Verdict == finding.Verdict && (last.Said == said || last.Day == day)) continue;
            var entry = new VerdictEntry { Rule = rule.Code, RuleVersion = rule.Version, Day = day, At = act.Now, Verdict = finding.Verdict, Before = last?.Verdict, Said = said };
            act.Db.Add(entry);
            if (last is null || last.Verdict == finding.Verdict) continue;
            changed++;
            act.Wrote("compliance.verdict.changed", entry, Scope.Institution, before: new { entry.Rule, verdict = last.Verdict }, after: new { entry.Rule, verdict = finding.Verdict, said.Ru });
        }
        return changed;
    }
}

/// <summary>Examines the rules and keeps what they say, so that the page can tell since when.</summary>
internal sealed class KeepVerdicts(Acts acts, Examination examination, RulePack pack, TextTable texts, TimeProvider time) : IJobRun
{
    public async Task Run(CancellationToken ct)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var findings = await examination.Afresh(DateOnly.FromDateTime(Texts.Local(now)), ct);
        await acts.Run(Reader.System, act => VerdictEntry.Keep(act, pack, findings, now, texts), ct);
    }
}

internal sealed class VerdictEntryConfiguration : IEntityTypeConfiguration<VerdictEntry>
{
    public void Configure(EntityTypeBuilder<VerdictEntry> b)
    {
        b.ToTable("compliance_verdicts");
        b.HasIndex(x => new { x.Rule, x.At });
        b.HasIndex(x => x.At);
        b.Property(x => x.Rule).HasMaxLength(12);
        b.LocalText(x => x.Said);
    }
}
