using Alys.Content.Text;

namespace Alys.Content.Reviews;

/// <summary>Says something of a version: in general, or of one block of its text.</summary>
[Needs(Rights.Review, Rights.Approve)]
internal sealed class CommentModel : ReviewPage
{
    [BindProperty(SupportsGet = true)] public int P { get; set; }
    [BindProperty(SupportsGet = true)] public int B { get; set; }
    [BindProperty] public string? Text { get; set; }

    public TextBlock? Block { get; private set; }

    public async Task<IActionResult> OnGet()
    {
        if (!await FindReview() || !MayComment) return NotFound();
        if (B == 0) return Page();
        Block = TextBlock.In((await Service<UnitTexts>().Page(Db, Case.Version.Id, P, Ct))?.Html ?? "").FirstOrDefault(b => b.Number == B);
        return Block is null ? NotFound() : Page();
    }

    public Task<IActionResult> OnPost() => Act(async act =>
    {
        await FoundReview(() => Reach.MayReview(Case.Pack) || Reach.MayApprove(Case.Pack));
        await Case.Comment(act, (P, B), Text);
        return Done(At("show") + (B == 0 ? "" : $"?p={P}"), "content.comment.was-made");
    }, OnGet);
}
