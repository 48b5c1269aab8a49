namespace Alys.Content.Reviews;

/// <summary>A reviewer or an approver gives a version back to its author.</summary>
[Needs(Rights.Review, Rights.Approve)]
internal sealed class ReturnModel : ReviewPage
{
    [BindProperty] public string? Said { get; set; }

    public async Task<IActionResult> OnGet() => await FindReview() && (Case.Review.Stage == ReviewStage.WithApprover ? Reach.MayApprove(Case.Pack) : Reach.MayReview(Case.Pack)) ? Page() : NotFound();

    public Task<IActionResult> OnPost() => Act(async act =>
    {
        await FoundReview(() => (Case.Review.Stage == ReviewStage.WithApprover ? Reach.MayApprove(Case.Pack) : Reach.MayReview(Case.Pack)));
        await Case.Return(act, Word(Said));
        return Done(At("show"), "content.review.was-returned");
    }, OnGet);
}
