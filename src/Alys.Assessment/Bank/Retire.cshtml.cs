namespace Alys.Assessment.Bank;

/// <summary>Takes an item out of the draw, or puts it back.</summary>
[Needs(Rights.EditBank)]
internal sealed class RetireModel : AppPage
{
    public Item Item { get; private set; } = null!;

    public async Task<IActionResult> OnGet(int no)
    {
        var item = await Db.Items.FirstOrDefaultAsync(i => i.No == no, Ct);
        if (item is null || !await BankSubjects.May(Db, Reader, item.SubjectId, Ct)) return NotFound();
        Item = item;
        return Page();
    }

    public Task<IActionResult> OnPost(int no) => Act(async act =>
    {
        if (await OnGet(no) is NotFoundResult) return NotFound();
        var retired = Item.RetiredAt is null;
        if (retired) Item.Retire(act.Now);
        else Item.Revive();
        act.Wrote(retired ? "assessment.item.retired" : "assessment.item.revived", Item, new(ScopeKinds.Subject, Item.SubjectId));
        return Done($"/assessment/bank/show/{no}", "assessment.bank.saved");
    }, () => OnGet(no));
}
