namespace Alys.Assessment.Overrides;

/// <summary>Ends an exception with a reason. Who is in the middle of an attempt loses no time by it.</summary>
[Needs(Rights.GiveTests)]
internal sealed class WithdrawModel : OverridePage
{
    [BindProperty] public string? Reason { get; set; }
    public Override Override { get; private set; } = null!;
    public string Name { get; private set; } = "";

    public async Task<IActionResult> OnGet(int course, int no, int o)
    {
        if (!await Find(course, no, Rights.GiveTests) || await FindStanding(o) is not { } found) return NotFound();
        (Override, Name) = (found, (await Names([found]))(found));
        return Page();
    }

    public Task<IActionResult> OnPost(int course, int no, int o) => Act(async act =>
    {
        if (await OnGet(course, no, o) is NotFoundResult) return NotFound();
        Override.Withdraw(act, Sitting, Reason);
        return Done(Here, "assessment.overrides.withdrawn");
    }, () => OnGet(course, no, o));
}
