using Alys.Content.Reviews;

namespace Alys.Content.Packs;

/// <summary>Says whether the units of a pack are published by their authors at once or only after a review and an approval.</summary>
[Needs(Rights.Approve)]
internal sealed class ApprovalModel : PackPage
{
    [BindProperty] public bool Needed { get; set; }

    public async Task<IActionResult> OnGet() => await FindPack((await ReviewReach.Of(Db, Reader, Ct)).ToApprovers) ? Page() : NotFound();

    public Task<IActionResult> OnPost() => Act(async act =>
    {
        if (!await FindPack((await ReviewReach.Of(act.Db, Reader, Ct)).ToApprovers)) throw new Refusal("content.refusal.no-pack");
        Pack.AskApproval(act, Needed);
        return Done($"/content/packs/approval/{Pack.No}", "content.packs.saved");
    }, OnGet);
}
