namespace Alys.Grading.Sheets;

/// <summary>Fills the sheet from the ledger; missing marks count as 0.</summary>
[Needs(Rights.Enter)]
internal sealed class FillModel : SheetPage
{
    public async Task<IActionResult> OnGet() => await Find(Rights.Enter) ? Page() : NotFound();

    public Task<IActionResult> OnPost() => Act(async act =>
    {
        if (!await Find(Rights.Enter)) return NotFound();
        Sheet.Fill(act, await Settled());
        return Done(Here, "grading.sheet.filled");
    }, OnGet);
}
