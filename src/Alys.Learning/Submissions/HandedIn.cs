using Alys.Access;

namespace Alys.Learning.Submissions;

/// <summary>A version as learner and reviewer read it: text, files, what was said of it. Newest first.</summary>
internal sealed record HandedIn(Guid Id, int Number, DateTime At, bool IsLate, string Text, IReadOnlyList<SubmissionFile> Files, IReadOnlyList<Said> Reviews)
{
    /// <summary>All versions of a submission, in two statements.</summary>
    public static async Task<IReadOnlyList<HandedIn>> Of(Db db, Guid submission, CancellationToken ct)
    {
        var lines = await (from v in db.SubmissionVersions.Where(v => v.SubmissionId == submission)
                           from r in db.Set<Review>().Where(r => r.VersionId == v.Id).DefaultIfEmpty()
                           from p in db.Set<PersonRow>().Where(p => p.Id == r!.ByPersonId).DefaultIfEmpty()
                           select new { Version = v, Review = r, By = p!.Name }).AsNoTracking().ToListAsync(ct);
        var ids = lines.Select(l => l.Version.Id).Distinct().ToList();
        var files = (await db.SubmissionFiles.AsNoTracking().Where(f => ids.Contains(f.VersionId)).OrderBy(f => f.Number).ToListAsync(ct)).ToLookup(f => f.VersionId);
        return [.. lines.GroupBy(l => l.Version.Id).Select(g => g.First().Version).OrderByDescending(v => v.Number).Select(v => new HandedIn(v.Id, v.Number, v.At, v.IsLate, v.Text, [.. files[v.Id]],
            [.. lines.Where(l => l.Version.Id == v.Id && l.Review is not null).OrderByDescending(l => l.Review!.At).Select(l => new Said(l.By, l.Review!.At, l.Review.Text, l.Review.Points))]))];
    }
}

/// <summary>A review as it is read; without points: returned to be improved.</summary>
internal sealed record Said(string By, DateTime At, string Text, decimal? Points);
