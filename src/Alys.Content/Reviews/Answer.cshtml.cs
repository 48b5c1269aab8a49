namespace Alys.Content.Reviews;

[Needs(Rights.Review, Rights.Approve, Rights.Write)]
internal sealed class AnswerModel : CommentPage
{
    [BindProperty] public string? Text { get; set; }

    public async Task<IActionResult> OnGet() => await FindComment() ? Page() : NotFound();

    public Task<IActionResult> OnPost() => Act(async act =>
    {
        await FoundComment();
        await Case.Answer(act, Comment, Text);
        return Done(At("show") + (Comment.Page > 1 ? $"?p={Comment.Page}" : ""), "content.comment.was-answered");
    }, OnGet);
}
