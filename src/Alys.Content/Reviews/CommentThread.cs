using Alys.Access;

namespace Alys.Content.Reviews;

/// <summary>A comment with its answers, as a page shows them.</summary>
internal sealed record CommentThread(ReviewComment Comment, string By, IReadOnlyList<(ReviewComment Answer, string By)> Answers, int ReviewNo, int Version)
{
    /// <summary>Threads of the reviews, oldest first.</summary>
    public static async Task<IReadOnlyList<CommentThread>> Of(Db db, IQueryable<Review> reviews, CancellationToken ct)
    {
        var rows = await (from comment in db.ReviewComments.AsNoTracking()
                          join review in reviews on comment.ReviewId equals review.Id
                          join version in db.UnitVersions on review.VersionId equals version.Id
                          orderby review.No, comment.No
                          select new { comment, review.No, version.Number }).ToListAsync(ct);
        var names = await Names(db, rows.Select(r => r.comment.ByPersonId), ct);
        var answers = rows.Where(r => r.comment.AnswersTo is not null).ToLookup(r => r.comment.AnswersTo, r => (r.comment, names(r.comment.ByPersonId)));
        return [.. rows.Where(r => r.comment.AnswersTo is null).Select(r => new CommentThread(r.comment, names(r.comment.ByPersonId), [.. answers[r.comment.Id]], r.No, r.Number))];
    }

    /// <summary>Names of people; the program itself is called Alys.</summary>
    public static async Task<Func<Guid?, string>> Names(Db db, IEnumerable<Guid?> people, CancellationToken ct)
    {
        var ids = people.OfType<Guid>().Distinct().ToArray();
        var names = await db.Set<PersonRow>().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, ct);
        return id => id is { } person && names.TryGetValue(person, out var name) ? name : "Alys";
    }
}
