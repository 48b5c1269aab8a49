using Alys.Content.Packs;
using Alys.Curriculum;
using Alys.Enrolment;

namespace Alys.Content.Reviews;

/// <summary>
/// Of which subjects a reader reviews and approves packs: of all (null), of single ones, of those of a chair, of those whose courses she teaches.
/// </summary>
internal sealed record ReviewReach(Guid[]? Reviewing, Guid[]? Approving)
{
    public static async Task<ReviewReach> Of(Db db, Reader reader, CancellationToken ct) =>
        new(await Subjects(db, reader, Rights.Review, ct), await Subjects(db, reader, Rights.Approve, ct));

    private static async Task<Guid[]?> Subjects(Db db, Reader reader, string right, CancellationToken ct)
    {
        if (reader.Everywhere(right)) return null;
        var own = reader.ScopesOf(right, ScopeKinds.Subject);
        var chairs = reader.ScopesOf(right, ScopeKinds.Unit);
        var courses = reader.ScopesOf(right, ScopeKinds.Course);
        if (chairs.Length == 0 && courses.Length == 0) return own;
        return await db.Set<SubjectRow>().Where(s => own.Contains(s.Id) || (s.ChairId != null && chairs.Contains(s.ChairId.Value)) || db.Set<CourseRow>().Any(c => c.SubjectId == s.Id && courses.Contains(c.Id)))
            .Select(s => s.Id).ToArrayAsync(ct);
    }

    public bool MayReview(Pack pack) => Reviewing is null || Array.IndexOf(Reviewing, pack.SubjectId) >= 0;

    public bool MayApprove(Pack pack) => Approving is null || Array.IndexOf(Approving, pack.SubjectId) >= 0;

    public Visibility<Pack> ToReviewers => new(new Rule<Pack>("content.pack.reviewer", _ => Reviewing is not { } subjects ? p => true : p => subjects.Contains(p.SubjectId)));

    public Visibility<Pack> ToApprovers => new(new Rule<Pack>("content.pack.approver", _ => Approving is not { } subjects ? p => true : p => subjects.Contains(p.SubjectId)));

    /// <summary>To whoever writes, reviews or approves the packs.</summary>
    public Visibility<Pack> ToAll => new([.. Pack.ToWriters.Rules, .. ToReviewers.Rules, .. ToApprovers.Rules]);
}
