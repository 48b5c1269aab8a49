using Alys.Content;
using Alys.Curriculum;
using Alys.Learning.Courses;
using Alys.Learning.DueDays;
using Microsoft.AspNetCore.Antiforgery;

namespace Alys.Learning.Submissions;

/// <summary>
/// The form in which a task is answered. It also stands where the sign-in has expired meanwhile: then it shows what was typed and asks to sign in
/// beside it, because a learner without scripts has no other copy.
/// </summary>
internal abstract class AnswerForm : AppPage
{
    private const int MostFiles = 10;

    [FromRoute] public int S { get; set; }
    [FromRoute] public int U { get; set; }
    [BindProperty] public string? Text { get; set; }
    [BindProperty] public int Revision { get; set; }
    [BindProperty] public List<IFormFile> Files { get; set; } = [];
    /// <summary>Hashes of files to be taken from the desk.</summary>
    [BindProperty] public List<string> Remove { get; set; } = [];

    public CourseHead? Course { get; private set; }
    public AnswerTask Work { get; private set; } = null!;
    public DateOnly? DueOn { get; private set; }
    public IReadOnlyList<HandedIn> Versions { get; private set; } = [];
    public IReadOnlyList<AnswerFile> Kept { get; private set; } = [];
    /// <summary>The draft on the server where it is newer than what this window shows.</summary>
    public string? OtherText { get; private set; }
    public string Title => Course is null ? T["learning.answer"] : Work.Title;
    /// <summary>The way back; the pages set it, because what a partial sets does not reach the layout.</summary>
    public IReadOnlyList<Crumb>? Crumbs => Course is { } course ? Crumb.Trail(new(course.Subject.In(T.Language), $"/s/{course.No}"), new(Work.Title, $"/s/{S}/u/{U}"), new(T["learning.answer"], null)) : null;
    public bool MayHandIn => Work.SubmissionState is not SubmissionState.Reviewed;
    public long MostBytes => Service<PlatformOptions>().UploadMegabytes * 1024L * 1024;

    protected string Typed => (Text ?? "").ReplaceLineEndings("\n").Replace("\0", "", StringComparison.Ordinal);

    /// <summary>The form as the server knows it; on a refused post what was typed stands in it.</summary>
    protected async Task<IActionResult> Show()
    {
        if (!Reader.IsSignedIn) return Page();
        if (!await Load()) return NotFound();
        var posted = HttpMethods.IsPost(Request.Method);
        if (!posted) (Text, Revision) = (Work.DraftText ?? "", Work.Revision);
        else if (Work.Revision > Revision && Work.DraftText is { Length: > 0 } other && other != Typed) (OtherText, Revision) = (other, Work.Revision);
        ModelState.SetModelValue(nameof(Revision), Revision, Revision.ToString(CultureInfo.InvariantCulture));
        if (Work.SubmissionId is { } submission) Versions = await HandedIn.Of(Db, submission, Ct);
        Kept = await Db.DraftFiles.AsNoTracking().Where(f => f.PersonId == Reader.PersonId && f.CourseId == Course!.Id && f.UnitId == Work.Id).OrderBy(f => f.At)
            .Select(f => new AnswerFile(f.Name, f.Hash, f.Length)).ToListAsync(Ct);
        if (Work is { SubmissionId: { } seen, HasUnseenReview: true }) await Service<Lane>().Write([new("""update learning_submissions set "SeenAt" = @p0 where "Id" = @p1 and "SeenAt" is null""", Now, seen)], Ct);
        return Page();
    }

    /// <summary>Does the deed if the post comes from a form of this reader; otherwise shows the form again, with everything still in it.</summary>
    protected async Task<IActionResult> Guarded(Func<Task<IActionResult>> deed)
    {
        if (Reader.IsSignedIn && await Service<IAntiforgery>().IsRequestValidAsync(HttpContext)) return await deed();
        ModelState.AddModelError("", T[Reader.IsSignedIn ? "learning.refusal.press-again" : "learning.refusal.signed-out"]);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return await Show();
    }

    /// <summary>Finds the task, open to this learner.</summary>
    protected async Task<bool> Load()
    {
        if (await Service<CourseQueries>().Find(Db, S, Reader, Now) is not { PackId: { } pack } course || !course.IsStudiedBy(Reader)) return false;
        var work = await (from u in Db.Set<PublishedUnitRow>().Where(u => u.PackId == pack && u.No == U && u.Kind == UnitKind.Task)
                          from t in Db.Set<TopicRow>().Where(t => t.Id == u.TopicId).DefaultIfEmpty()
                          from s in Db.Set<Submission>().Where(s => s.PersonId == Reader.PersonId && s.CourseId == course.Id && s.UnitId == u.Id).DefaultIfEmpty()
                          from d in Db.Set<Draft>().Where(d => d.PersonId == Reader.PersonId && d.CourseId == course.Id && d.UnitId == u.Id).DefaultIfEmpty()
                          from x in Db.Set<DueDay>().Where(x => x.CourseId == course.Id && x.UnitId == u.Id).DefaultIfEmpty()
                          select new AnswerTask
                          {
                              DueOn = x == null ? null : x.On,
                              Id = u.Id, Title = u.Title, VersionId = u.VersionId, MaxPoints = u.MaxPoints ?? 100, ByText = u.AnswerByText, ByFiles = u.AnswerByFiles,
                              Week = (int?)t!.Week, NextWeek = Db.Set<TopicRow>().Where(x => x.SyllabusId == t!.SyllabusId && x.Week > t.Week).Min(x => (int?)x.Week),
                              SubmissionId = s == null ? null : s.Id, SubmissionNo = s == null ? null : s.No, SubmissionState = s == null ? null : s.State, Points = s == null ? null : s.Points,
                              HasUnseenReview = s != null && s.ReviewedAt != null && s.SeenAt == null,
                              DraftText = d == null ? null : d.Text, Revision = d == null ? 0 : d.Revision,
                          }).AsNoTracking().FirstOrDefaultAsync(Ct);
        if (work is null) return false;
        (Course, Work) = (course, work);
        DueOn = work.DueOn ?? new StudyCalendar(course.Start, course.End, [work.Week ?? 0, work.NextWeek ?? 0]).DueOn(work.Week);
        return true;
    }

    /// <summary>Stores what was uploaded; content-addressed, so that a repeated post stores nothing twice.</summary>
    protected async Task<IReadOnlyList<AnswerFile>> Store()
    {
        if (Files.Count > MostFiles) throw new Refusal("learning.refusal.files", MostFiles) { Field = nameof(Files) };
        var stored = new List<AnswerFile>();
        foreach (var file in Files.Where(f => f.Length > 0))
        {
            await using var content = file.OpenReadStream();
            var (hash, length) = await Service<Files>().Put(content, MostBytes, Ct);
            var name = Path.GetFileName(file.FileName.Replace('\\', '/'));
            stored.Add(new(name.Length > 200 ? name[^200..] : name, hash, length));
        }
        return stored;
    }

    /// <summary>Takes away what was ticked and lays the new files beside the draft.</summary>
    protected async Task Lay(Act act, IReadOnlyList<AnswerFile> stored)
    {
        if (Remove.Count > 0) await act.Db.DraftFiles.Where(f => f.PersonId == Reader.PersonId && f.CourseId == Course!.Id && f.UnitId == Work.Id && Remove.Contains(f.Hash)).ExecuteDeleteAsync(Ct);
        if (stored.Count > 0 || Remove.Count > 0) await DraftDesk.Lay(act, Course!.Id, Work.Id, stored);
    }
}

/// <summary>A task as it is being answered by one learner.</summary>
internal sealed class AnswerTask
{
    public Guid Id { get; init; }
    public required string Title { get; init; }
    public Guid VersionId { get; init; }
    public int MaxPoints { get; init; }
    public bool ByText { get; init; }
    public bool ByFiles { get; init; }
    public DateOnly? DueOn { get; init; }
    public int? Week { get; init; }
    public int? NextWeek { get; init; }
    public Guid? SubmissionId { get; init; }
    public int? SubmissionNo { get; init; }
    public SubmissionState? SubmissionState { get; init; }
    public decimal? Points { get; init; }
    public bool HasUnseenReview { get; init; }
    public string? DraftText { get; init; }
    public int Revision { get; init; }
}
