namespace Alys.Assessment.Statistics;

/// <summary>How a sitting's test and its items worked.</summary>
[Needs(Rights.Watch)]
internal sealed class SittingModel : StatisticsPage
{
    public async Task<IActionResult> OnGet(int course, int no)
    {
        if (!await FindSitting(course, no)) return NotFound();
        await Reckon();
        return Page();
    }
}
