namespace Alys.Grading.Sheets;

/// <summary>Reopens a closed sheet as a new version, with a reason.</summary>
[Needs(Rights.Reopen)]
internal sealed class ReopenModel : SheetPage
{
    [BindProperty] public string? Reason { get; set; }

    public async Task<IActionResult> OnGet() => await Find(Rights.Reopen) ? Page() : NotFound();

    public Task<IActionResult> OnPost() => Act(async act =>
    {
        if (!await Find(Rights.Reopen)) return NotFound();
        Sheet.Reopen(act, Reason);
        return Done(Here, "grading.sheet.reopened");
    }, OnGet);
}
