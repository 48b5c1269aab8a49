namespace Alys.Content.Library;

[Needs(Rights.Library)]
internal sealed class EditModel : ResourceFormPage
{
    [BindProperty(SupportsGet = true, Name = "no")] public int No { get; set; }
    public Resource Resource { get; private set; } = null!;

    public async Task<IActionResult> OnGet()
    {
        if (!Reader.MayKeepRecords() || await Db.FindResource(No, Ct) is not { Withdrawal: null } found) return NotFound();
        Resource = found;
        if (HttpMethods.IsGet(Request.Method)) Form = ResourceForm.Of(found);
        KnownFile = found.FileName;
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        if (!Reader.MayKeepRecords()) return NotFound();
        var (file, name, refused) = await Stored();
        return await Act(async act =>
        {
            if (refused is not null) throw refused;
            await (await act.FoundResource(No)).Change(act, Form, file, name);
            return Done(Resources.Url("show", No), "content.resource.saved");
        }, OnGet);
    }
}
