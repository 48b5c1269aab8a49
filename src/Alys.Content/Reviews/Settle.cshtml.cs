namespace Alys.Content.Reviews;

/// <summary>Takes a comment as settled: its author was followed or convinced.</summary>
[Needs(Rights.Review, Rights.Approve, Rights.Write)]
internal sealed class SettleModel : CommentPage
{
    public async Task<IActionResult> OnGet() => await FindComment() ? Page() : NotFound();

    public Task<IActionResult> OnPost() => Act(async act =>
    {
        await FoundComment();
        Case.Settle(act, Comment);
        return Done(At("show") + (Comment.Page > 1 ? $"?p={Comment.Page}" : ""), "content.comment.was-settled");
    }, OnGet);
}
