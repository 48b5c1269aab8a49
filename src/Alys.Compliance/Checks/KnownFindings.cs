using System.Collections.Concurrent;
using Alys.Enrolment;

namespace Alys.Compliance;

/// <summary>What the checks of a large institution found when they looked at last: thousands of courses are not looked through while somebody waits for a page.</summary>
internal sealed class KnownFindings(ComplianceOptions options, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, (Finding Finding, DateOnly Day)> _known = new(StringComparer.Ordinal);

    /// <summary>Whether there are so many courses that findings are kept.</summary>
    public async Task<bool> AreKept(Db db, CancellationToken ct) => await db.Set<CourseRow>().OrderBy(c => c.No).Take(options.ManyCourses).CountAsync(ct) >= options.ManyCourses;

    public Finding? Of(string rule, DateOnly day) => _known.TryGetValue(rule, out var known) && known.Day == day ? known.Finding : null;

    public Finding Keep(string rule, Finding finding, DateOnly day)
    {
        var kept = finding with { LookedAt = time.GetUtcNow().UtcDateTime };
        _known[rule] = (kept, day);
        return kept;
    }
}

internal sealed class ComplianceOptions
{
    [Setting("From so many courses on, the pages of compliance show what was found at the last look, not more than half an hour ago; with fewer they look while they are asked.")]
    public int ManyCourses { get; set; } = 300;
}

/// <summary>Looks again, where findings are kept.</summary>
internal sealed class LookAgain(Acts acts, Examination examination, KnownFindings known, TimeProvider time) : IJobRun
{
    public async Task Run(CancellationToken ct)
    {
        if (await acts.Read(db => known.AreKept(db, ct))) await examination.Afresh(DateOnly.FromDateTime(Texts.Local(time.GetUtcNow().UtcDateTime)), ct);
    }
}
