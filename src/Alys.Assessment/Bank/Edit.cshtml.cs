namespace Alys.Assessment.Bank;

/// <summary>Changes an item: a new version; attempts keep the one they had.</summary>
[Needs(Rights.EditBank)]
internal sealed class EditModel(ItemBodies bodies) : AppPage
{
    public Item Item { get; private set; } = null!;
    [BindProperty] public ItemForm Form { get; set; } = new();

    public async Task<IActionResult> OnGet(int no)
    {
        if (await Find(no) is not { } item) return NotFound();
        Item = item;
        if (HttpMethods.IsGet(Request.Method)) Form = ItemForm.Of(item, (await bodies.Of(Db, [item.LiveVersionId], Ct))[item.LiveVersionId]);
        Form.Pad();
        return Page();
    }

    public Task<IActionResult> OnPost(int no) => Act(async act =>
    {
        if (await Find(no) is not { } item) return NotFound();
        var before = new { item.Versions, item.Title };
        var body = Form.Body(item.Kind);
        var version = item.Publish(body, "editor", act.Reader.PersonId, act.Now);
        if (version is not null) act.Db.Add(version);
        item.Tag(Form.TagList);
        item.Title = ItemTitle.Of(Form.Title, body);
        act.Wrote("assessment.item.changed", item, new(ScopeKinds.Subject, item.SubjectId), before: before, after: new { item.Versions, item.Title });
        return Done($"/assessment/bank/show/{no}", "assessment.bank.saved");
    }, () => OnGet(no));

    private async Task<Item?> Find(int no)
    {
        var item = await Db.Items.Include(i => i.Tags).FirstOrDefaultAsync(i => i.No == no, Ct);
        return item is not null && await BankSubjects.May(Db, Reader, item.SubjectId, Ct) ? item : null;
    }
}
