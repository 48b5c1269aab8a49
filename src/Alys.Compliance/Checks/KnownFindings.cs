using System.Collections.Concurrent;
using Alys.Enrolment;
using Alys.Institution;

namespace Alys.Compliance;

/// <summary>
/// What the checks of a large institution found when they looked at last: thousands of courses are not looked through while somebody waits for a page.
/// Each process remembers for itself; of several the one that did not keep the verdicts looks when it is asked for what has grown old.
/// </summary>
internal sealed class KnownFindings(ComplianceOptions options, TimeProvider time)
{
    // The verdicts are kept each half hour, which takes its time.
    private static readonly TimeSpan MostAge = TimeSpan.FromMinutes(45);
    private readonly ConcurrentDictionary<string, Finding> _known = new(StringComparer.Ordinal);

    /// <summary>Whether so many courses run on the day that findings are kept.</summary>
    public async Task<bool> AreKept(Db db, DateOnly day, CancellationToken ct)
    {
        var many = Math.Max(1, options.ManyCourses);
        return await db.Set<CourseRow>().Where(c => db.Set<PeriodRow>().Any(p => p.Id == c.PeriodId && p.Start <= day && day <= p.End)).OrderBy(c => c.No).Take(many).CountAsync(ct) >= many;
    }

    public Finding? Of(string rule) => _known.TryGetValue(rule, out var known) && time.GetUtcNow().UtcDateTime - known.LookedAt <= MostAge ? known : null;

    public Finding Keep(string rule, Finding finding) => _known[rule] = finding with { LookedAt = time.GetUtcNow().UtcDateTime };
}

internal sealed class ComplianceOptions
{
    [Setting("From so many courses on that run at the same time, the pages of compliance show what was found at the last look, not more than three quarters of an hour ago; with fewer they look while they are asked.")]
    public int ManyCourses { get; set; } = 300;
}
