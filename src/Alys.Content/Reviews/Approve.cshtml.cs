namespace Alys.Content.Reviews;

/// <summary>An approver approves a version, which publishes it.</summary>
[Needs(Rights.Approve)]
internal sealed class ApproveModel : ReviewPage
{
    [BindProperty] public string? Said { get; set; }

    public async Task<IActionResult> OnGet() => await FindReview() && Reach.MayApprove(Case.Pack) ? Page() : NotFound();

    public Task<IActionResult> OnPost() => Act(async act =>
    {
        await FoundReview(() => Reach.MayApprove(Case.Pack));
        await Case.Approve(act, Word(Said), Service<ContentOptions>());
        return Done(At("show"), "content.review.was-approved");
    }, OnGet);
}
