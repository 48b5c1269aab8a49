using Alys.Access;
using Alys.Curriculum;
using Alys.Enrolment;

namespace Alys.Content;

/// <summary>Who reviews and who approves the packs of a subject, for notices.</summary>
public static class ReviewPeople
{
    /// <summary>Reviewers near the subject (of it, of its chair, of its courses) on the day, but those left out; where there are none, the institution's.</summary>
    public static Task<IReadOnlyList<Guid>> Reviewers(Db db, Guid subject, DateOnly day, IReadOnlyCollection<Guid> but, CancellationToken ct) => Of(db, Rights.Review, subject, day, but, ct);

    /// <summary>As <see cref="Reviewers"/>, of those who approve.</summary>
    public static Task<IReadOnlyList<Guid>> Approvers(Db db, Guid subject, DateOnly day, IReadOnlyCollection<Guid> but, CancellationToken ct) => Of(db, Rights.Approve, subject, day, but, ct);

    private static async Task<IReadOnlyList<Guid>> Of(Db db, string right, Guid subject, DateOnly day, IReadOnlyCollection<Guid> but, CancellationToken ct)
    {
        var chair = await db.Set<SubjectRow>().Where(s => s.Id == subject).Select(s => s.ChairId).FirstOrDefaultAsync(ct);
        var courses = await db.Set<CourseRow>().Where(c => c.SubjectId == subject).Select(c => c.Id).ToListAsync(ct);
        var holders = await db.Set<RightHolderRow>().Where(h => h.Right == right && h.From <= day && (h.Until == null || h.Until >= day)).Select(h => new { h.PersonId, h.ScopeKind, h.ScopeId }).Distinct().ToListAsync(ct);
        var able = holders.Where(h => !but.Contains(h.PersonId)).ToList();
        var near = able.Where(h => h.ScopeKind switch { ScopeKinds.Subject => h.ScopeId == subject, ScopeKinds.Unit => h.ScopeId == chair, ScopeKinds.Course => courses.Contains(h.ScopeId), _ => false }).ToList();
        return [.. (near.Count > 0 ? near : able.Where(h => h.ScopeKind == ScopeKinds.Institution)).Select(h => h.PersonId).Distinct()];
    }
}

/// <summary>Who keeps the orders of teaching materials, for notices.</summary>
public static class OrderPeople
{
    /// <summary>Whoever keeps the orders of the subject or of the institution on the day.</summary>
    public static async Task<IReadOnlyList<Guid>> Keepers(Db db, Guid subject, DateOnly day, CancellationToken ct) =>
        await db.Set<RightHolderRow>().Where(h => h.Right == Rights.Order && h.From <= day && (h.Until == null || h.Until >= day)
                && (h.ScopeKind == ScopeKinds.Institution || (h.ScopeKind == ScopeKinds.Subject && h.ScopeId == subject)))
            .Select(h => h.PersonId).Distinct().ToListAsync(ct);
}
