namespace Alys.Learning.Openings;

/// <summary>Opening a course whose pack is complete for network study (clauses 35–37).</summary>
[Needs(Rights.Open, Rights.Except)]
internal sealed class OpenModel : OpeningForm
{
    public bool MayOpen => Reader.Has(Rights.Open) && Chosen is not null && Verdict is { IsNetworkComplete: true };
    public bool MayExcept => Reader.Has(Rights.Except) && Chosen is not null && Verdict is { IsNetworkComplete: false };

    public async Task<IActionResult> OnGet()
    {
        OpensOn ??= Today;
        return await Load() ? Page() : NotFound();
    }

    public Task<IActionResult> OnPost() => Act(async act =>
    {
        if (!await Load() || !Reader.Has(Rights.Open)) return NotFound();
        if (Verdict is { IsNetworkComplete: false }) throw new Refusal("learning.refusal.incomplete");
        return await Open(act, null, null);
    }, OnGet);
}
