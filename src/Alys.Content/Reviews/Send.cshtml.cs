using Alys.Content.Units;

namespace Alys.Content.Reviews;

/// <summary>Sends the draft of a unit to review.</summary>
[Needs(Rights.Write)]
internal sealed class SendModel : UnitPage
{
    [BindProperty] public string? Said { get; set; }

    /// <summary>The version that the author saw when she sent it.</summary>
    [BindProperty] public int V { get; set; }

    public UnitVersion? Draft { get; private set; }
    public bool MaySend => Pack.NeedsApproval && Draft is not null && Unit.ReviewId is null && Draft.Id != Unit.PublishedVersionId;

    public async Task<IActionResult> OnGet()
    {
        if (!await FindUnit()) return NotFound();
        Draft = await Db.UnitVersions.AsNoTracking().FirstOrDefaultAsync(v => v.Id == Unit.DraftVersionId, Ct);
        // After a refusal the page shows the newer draft, and so must its form.
        ModelState.Remove(nameof(V));
        V = Draft?.Number ?? 0;
        return Page();
    }

    public Task<IActionResult> OnPost() => Act(async act =>
    {
        await FoundUnit();
        if (V != Unit.Versions) throw new Refusal("content.refusal.no-longer-draft", V);
        var sent = await UnderReview.Send(act, Pack, Unit, string.IsNullOrWhiteSpace(Said) ? null : Said.Trim());
        return Done($"/content/reviews/show/{sent.Review.No}", "content.review.was-sent");
    }, OnGet);
}
