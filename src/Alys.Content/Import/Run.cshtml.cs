namespace Alys.Content.Import;

[Needs(Rights.Write)]
internal sealed class RunModel : ImportPage
{
    public async Task<IActionResult> OnGet() => await FindImport() ? Page() : NotFound();

    public async Task<IActionResult> OnPost()
    {
        if (!await FindImport()) return NotFound();
        // The long part, reading and rendering, is done before the act; the act checks that the pack has stayed as it was read.
        var plan = Import.DoneAt is null ? await MakePlan(prepare: true) : new ImportPlan();
        Db.ChangeTracker.Clear();
        return await Act(async act =>
        {
            if (!await FindImport()) throw new Refusal("content.refusal.no-pack");
            await Running.Run(act, Pack, Import, plan);
            return Done($"/content/import/show/{Import.No}", "content.import.done");
        }, OnGet);
    }
}
