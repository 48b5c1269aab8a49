using Alys.Access;
using Alys.Communication;
using Alys.Content;
using Alys.Enrolment;
using Alys.Learning.Submissions;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Alys.Learning.Reviews;

/// <summary>A learner's work with all its versions, and the form of its review.</summary>
[Needs(Rights.Review, Rights.Follow)]
internal sealed class ShowModel : AppPage
{
    [FromRoute] public int No { get; set; }
    [BindProperty] public string? Text { get; set; }
    [BindProperty] public decimal? Points { get; set; }
    [BindProperty] public string? Decision { get; set; }
    /// <summary>The version that the reviewer has read.</summary>
    [BindProperty] public int Version { get; set; }

    public Submission Work { get; private set; } = null!;
    public Place Where { get; private set; } = null!;
    public IReadOnlyList<HandedIn> Versions { get; private set; } = [];
    public bool MayReview { get; private set; }
    public IReadOnlyList<SelectListItem> Decisions => [new(T["learning.review.accept"], nameof(SubmissionState.Reviewed)), new(T["learning.review.return"], nameof(SubmissionState.Returned))];

    public async Task<IActionResult> OnGet()
    {
        if (await Db.Submissions.AsNoTracking().VisibleTo(Reader, Submission.Visibility).FirstOrDefaultAsync(s => s.No == No && (s.PersonId != Reader.PersonId), Ct) is not { } work) return NotFound();
        Work = work;
        MayReview = Reader.May(Rights.Review, work.Scope);
        Where = await (from c in Db.Set<CourseRow>().Where(c => c.Id == work.CourseId)
                       join p in Db.Set<PersonRow>() on work.PersonId equals p.Id
                       from u in Db.Set<PublishedUnitRow>().Where(u => u.Id == work.UnitId).DefaultIfEmpty()
                       select new Place(c.No, p.Name, (int?)u!.No, u!.Title ?? "")).FirstAsync(Ct);
        Versions = await HandedIn.Of(Db, work.Id, Ct);
        Version = work.Versions;
        ModelState.SetModelValue(nameof(Version), Version, Version.ToString(CultureInfo.InvariantCulture));
        return Page();
    }

    public Task<IActionResult> OnPost() => Act(async act =>
    {
        if (await Db.Submissions.VisibleTo(Reader, IndexModel.ToReview).FirstOrDefaultAsync(s => s.No == No && s.PersonId != Reader.PersonId, Ct) is not { } work) return NotFound();
        var version = await Db.SubmissionVersions.FirstAsync(v => v.SubmissionId == work.Id && v.Number == Version, Ct);
        if ((Text ?? "").Length > Review.MaxText) throw new Refusal("learning.refusal.too-long", Review.MaxText) { Field = nameof(Text) };
        if (Decision is not (nameof(SubmissionState.Reviewed) or nameof(SubmissionState.Returned))) throw new Refusal("learning.refusal.decision") { Field = nameof(Decision) };
        work.Take(act, version, new ReviewWords(Text ?? "", Points, Decision == nameof(SubmissionState.Returned)));
        var place = await (from c in Db.Set<CourseRow>().Where(c => c.Id == work.CourseId)
                           join u in Db.Set<PublishedUnitRow>() on work.UnitId equals u.Id
                           select new { c.No, Unit = u.No, u.Title }).FirstOrDefaultAsync(Ct);
        if (place is not null) await Service<Notices>().Give(act, work.PersonId, work.State == SubmissionState.Returned ? "learning.notice.returned" : "learning.notice.reviewed", [place.Title], $"/s/{place.No}/u/{place.Unit}/answer");
        return Done("/learning/reviews", "learning.review.done");
    }, OnGet);

    internal sealed record Place(int Course, string Learner, int? Unit, string Title);
}
