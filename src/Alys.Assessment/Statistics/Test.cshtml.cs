namespace Alys.Assessment.Statistics;

/// <summary>How a test and its items worked in all its sittings together, for who writes the bank.</summary>
[Needs(Rights.EditBank)]
internal sealed class TestModel : StatisticsPage
{
    public async Task<IActionResult> OnGet(int no)
    {
        if (!await FindTest(no)) return NotFound();
        await Reckon();
        return Page();
    }
}
