namespace Alys.Grading.Sheets;

/// <summary>Says that the filled sheet is right.</summary>
[Needs(Rights.Check)]
internal sealed class CheckModel : SheetPage
{
    public async Task<IActionResult> OnGet() => await Find(Rights.Check) ? Page() : NotFound();

    public Task<IActionResult> OnPost() => Act(async act =>
    {
        if (!await Find(Rights.Check)) return NotFound();
        Sheet.Check(act);
        return Done(Here, "grading.sheet.checked");
    }, OnGet);
}
