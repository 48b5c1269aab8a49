namespace Alys.Content.Library;

/// <summary>Takes a resource into the library.</summary>
[Needs(Rights.Library)]
internal sealed class NewModel : ResourceFormPage
{
    public IActionResult OnGet() => Reader.MayKeepRecords() ? Page() : NotFound();

    public async Task<IActionResult> OnPost()
    {
        if (!Reader.MayKeepRecords()) return NotFound();
        var (file, name, refused) = await Stored();
        return await Act(async act =>
        {
            if (refused is not null) throw refused;
            var resource = await Resource.Take(act, Form, file, name);
            return Done(Resources.Url("show", resource.No), "content.resource.saved");
        }, () => Task.FromResult(OnGet()));
    }
}
