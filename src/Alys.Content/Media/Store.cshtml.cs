using Alys.Content.Packs;

namespace Alys.Content.Media;

[Needs(Rights.Write)]
internal sealed class StoreModel : PackPage
{
    [BindProperty] public IFormFile? Upload { get; set; }
    [BindProperty] public MediaForm Form { get; set; } = new();

    public int MostMegabytes => Service<ContentOptions>().MediaMegabytes;
    public int MostVideoMegabytes => Service<MediaStore>().VideoMegabytes;

    public async Task<IActionResult> OnGet()
    {
        if (!await FindPack()) return NotFound();
        Form.Language ??= Pack.Language;
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        if (!await FindPack()) return NotFound();
        PreparedMedia? prepared = null;
        Refusal? refused = null;
        try
        {
            // Pictures take their time; nobody else's act waits for it.
            if (Upload is not null)
            {
                await using var content = Upload.OpenReadStream();
                prepared = await Service<MediaStore>().PrepareTyped(content, Upload.FileName, Ct);
            }
        }
        catch (Refusal refusal)
        {
            refused = refusal;
        }
        return await Act(async act =>
        {
            if (refused is not null) throw refused;
            if (prepared is null) throw new Refusal("content.refusal.no-file") { Field = nameof(Upload) };
            var media = await MediaStore.AddTyped(act, await FoundPack(), prepared, Form);
            return Done($"/content/media/show/{PackNo}/{media.No}", "content.media.stored");
        }, OnGet);
    }
}
