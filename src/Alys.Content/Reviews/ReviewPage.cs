using Alys.Content.Units;

namespace Alys.Content.Reviews;

/// <summary>Base of the pages of one review, <c>/content/reviews/…/{no}</c>, found through the reader.</summary>
internal abstract class ReviewPage : AppPage
{
    /// <summary>Number of the review, from the address.</summary>
    [BindProperty(SupportsGet = true, Name = "no")]
    public int ReviewNo { get; set; }

    public UnderReview Case { get; private set; } = null!;
    public ReviewReach Reach { get; private set; } = null!;

    /// <summary>A reviewer, or an approver once a reviewer has handed it on.</summary>
    protected bool IsDecider => Case.Review.Stage == ReviewStage.WithApprover ? Reach.MayApprove(Case.Pack) : Reach.MayReview(Case.Pack);
    public bool MayDecide => !Case.IsBy(Reader) && IsDecider;
    public bool MayComment => !Case.IsBy(Reader) && (Reach.MayReview(Case.Pack) || Reach.MayApprove(Case.Pack));

    protected async Task<bool> FindReview()
    {
        Reach = await ReviewReach.Of(Db, Reader, Ct);
        var found = await (from review in Db.Reviews
                           join unit in Db.Units on review.UnitId equals unit.Id
                           join version in Db.UnitVersions on review.VersionId equals version.Id
                           join pack in Db.Packs.VisibleTo(Reader, Reach.ToAll) on unit.PackId equals pack.Id
                           where review.No == ReviewNo
                           select new { review, version, unit, pack }).FirstOrDefaultAsync(Ct);
        if (found is null) return false;
        Case = new UnderReview(found.review, found.version, found.unit, found.pack);
        return true;
    }

    /// <summary>In an act: finds the review again on what the act sees, or refuses.</summary>
    protected async Task FoundReview(Func<bool> may)
    {
        if (!await FindReview() || !may()) throw new Refusal("content.refusal.no-review");
    }

    public string At(string page) => $"/content/reviews/{page}/{ReviewNo}";

    public IReadOnlyList<Crumb> Trail(params IEnumerable<Crumb> further) =>
        Crumb.Trail([new Crumb(T["content.waiting.title"], "/content/reviews"), new Crumb(Case.Version.Title, At("show")), .. further]);

    protected static string? Word(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();
}

/// <summary>Base of the pages of one comment, <c>/content/reviews/…/{no}/{comment}</c>.</summary>
internal abstract class CommentPage : ReviewPage
{
    /// <summary>Number of the comment in its review, from the address.</summary>
    [BindProperty(SupportsGet = true, Name = "comment")]
    public int CommentNo { get; set; }

    public ReviewComment Comment { get; private set; } = null!;

    protected async Task<bool> FindComment()
    {
        if (!await FindReview()) return false;
        var found = await Db.ReviewComments.FirstOrDefaultAsync(c => c.ReviewId == Case.Review.Id && c.No == CommentNo && c.AnswersTo == null, Ct);
        if (found is null) return false;
        Comment = found;
        return true;
    }

    protected async Task FoundComment()
    {
        if (!await FindComment()) throw new Refusal("content.refusal.no-comment");
    }
}
