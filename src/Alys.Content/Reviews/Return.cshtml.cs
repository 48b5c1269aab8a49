namespace Alys.Content.Reviews;

/// <summary>A reviewer or an approver gives a version back to its author.</summary>
[Needs(Rights.Review, Rights.Approve)]
internal sealed class ReturnModel : ReviewPage
{
    [BindProperty] public string? Said { get; set; }

    public async Task<IActionResult> OnGet() => await FindReview() && IsDecider ? Page() : NotFound();

    public Task<IActionResult> OnPost() => Act(async act =>
    {
        await FoundReview(() => IsDecider);
        await Case.Return(act, Word(Said));
        return Done(At("show"), "content.review.was-returned");
    }, OnGet);
}
