namespace Alys.Assessment.Overrides;

/// <summary>Puts another exception in the place of one that stands; the earlier one stays readable.</summary>
[Needs(Rights.GiveTests)]
internal sealed class ChangeModel : OverridePage
{
    [BindProperty] public OverrideForm Form { get; set; } = new();
    public string Name { get; private set; } = "";

    public async Task<IActionResult> OnGet(int course, int no, int o)
    {
        if (!await Find(course, no, Rights.GiveTests) || await FindStanding(o) is not { } found) return NotFound();
        Name = (await Names([found]))(found);
        if (HttpMethods.IsGet(Request.Method)) Form = OverrideForm.Of(found);
        return Page();
    }

    public Task<IActionResult> OnPost(int course, int no, int o) => Settle(async act =>
    {
        if (!await Find(course, no, Rights.GiveTests) || await FindStanding(o) is not { } found) return NotFound();
        await found.Change(act, Sitting, Form);
        return Done(Here, "assessment.overrides.changed");
    }, () => OnGet(course, no, o));
}
