namespace Alys.Learning.Submissions;

/// <summary>A handed-in file, to whoever may see the work.</summary>
[SignedIn]
internal sealed class FileModel : AppPage
{
    [FromRoute] public int No { get; set; }
    [FromRoute] public int Version { get; set; }
    [FromRoute] public int Number { get; set; }

    public async Task<IActionResult> OnGet()
    {
        var file = await (from s in Db.Submissions.VisibleTo(Reader, Submission.Visibility)
                          where s.No == No
                          join v in Db.SubmissionVersions on s.Id equals v.SubmissionId
                          where v.Number == Version
                          join f in Db.SubmissionFiles on v.Id equals f.VersionId
                          where f.Number == Number
                          select new { f.Hash, f.Name }).FirstOrDefaultAsync(Ct);
        return file is null ? NotFound() : Service<Files>().Send(file.Hash, "application/octet-stream", file.Name);
    }
}
