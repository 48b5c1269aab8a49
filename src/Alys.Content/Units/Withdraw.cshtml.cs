namespace Alys.Content.Units;

[Needs(Rights.Publish)]
internal sealed class WithdrawModel : UnitPage
{
    [BindProperty] public string? Reason { get; set; }

    public async Task<IActionResult> OnGet() => await FindUnit() && Pack.MayPublish(Reader) ? Page() : NotFound();

    public Task<IActionResult> OnPost() => Act(async act =>
    {
        await FoundUnit();
        if (!Pack.MayPublish(Reader)) throw new Refusal("content.refusal.no-unit");
        Unit.Withdraw(act, Pack, Reason?.Trim() ?? "");
        return Done(At("history"), "content.unit.withdrawn");
    }, OnGet);
}
