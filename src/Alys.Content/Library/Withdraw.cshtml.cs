namespace Alys.Content.Library;

/// <summary>Takes a record out of the library; it stays readable.</summary>
[Needs(Rights.Library)]
internal sealed class WithdrawModel : AppPage
{
    [BindProperty(SupportsGet = true, Name = "no")] public int No { get; set; }
    [BindProperty] public string? Why { get; set; }
    public Resource Resource { get; private set; } = null!;

    public async Task<IActionResult> OnGet()
    {
        if (!Reader.MayKeepRecords() || await Db.FindResource(No, Ct) is not { Withdrawal: null } found) return NotFound();
        Resource = found;
        return Page();
    }

    public Task<IActionResult> OnPost() => Act(async act =>
    {
        if (!Reader.MayKeepRecords()) throw new Refusal("content.refusal.no-resource");
        await (await act.FoundResource(No)).Withdraw(act, Why);
        return Done(Resources.Url("show", No), "content.resource.is-withdrawn");
    }, OnGet);
}
