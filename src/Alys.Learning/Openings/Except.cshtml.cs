namespace Alys.Learning.Openings;

/// <summary>Opening a course although its pack is not complete: a dated exception of the head of distance learning, with its reason.</summary>
[Needs(Rights.Except)]
internal sealed class ExceptModel : OpeningForm
{
    [BindProperty] public string? Reason { get; set; }
    [BindProperty] public DateOnly? Until { get; set; }

    public async Task<IActionResult> OnGet()
    {
        OpensOn ??= Today;
        return await Load() ? Page() : NotFound();
    }

    public Task<IActionResult> OnPost() => Act(async act =>
    {
        if (!await Load()) return NotFound();
        var reason = Reason?.Trim() ?? "";
        if (reason.Length is 0 or > Opening.MaxReason) throw new Refusal("learning.refusal.reason", Opening.MaxReason) { Field = nameof(Reason) };
        if (Until is not { } until || until < Today || until < OpensOn) throw new Refusal("learning.refusal.until") { Field = nameof(Until) };
        return await Open(act, until, reason);
    }, OnGet);
}
