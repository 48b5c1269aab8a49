namespace Alys.Content.Units;

[Needs(Rights.Write)]
internal sealed class DiscardModel : UnitPage
{
    public async Task<IActionResult> OnGet() => await FindUnit() ? Page() : NotFound();

    public Task<IActionResult> OnPost() => Act(async act =>
    {
        await FoundUnit();
        await act.Db.UnitDrafts.Where(d => d.UnitId == Unit.Id && d.PersonId == Reader.PersonId).ExecuteDeleteAsync(Ct);
        act.Wrote("content.unit.draft-discarded", Unit, Pack.Scope);
        return Done(At("edit"));
    }, OnGet);
}
