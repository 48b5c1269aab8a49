namespace Alys.Content.Reviews;

/// <summary>A reviewer hands a version on to the approver.</summary>
[Needs(Rights.Review)]
internal sealed class PassModel : ReviewPage
{
    [BindProperty] public string? Said { get; set; }

    public async Task<IActionResult> OnGet() => await FindReview() && Reach.MayReview(Case.Pack) ? Page() : NotFound();

    public Task<IActionResult> OnPost() => Act(async act =>
    {
        await FoundReview(() => Reach.MayReview(Case.Pack));
        await Case.Pass(act, Word(Said));
        return Done(At("show"), "content.review.was-passed");
    }, OnGet);
}
