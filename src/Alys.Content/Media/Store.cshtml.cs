using Alys.Content.Packs;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Alys.Content.Media;

[Needs(Rights.Write)]
internal sealed class StoreModel : PackPage
{
    [BindProperty] public IFormFile? Upload { get; set; }
    [BindProperty] public string? Licence { get; set; }
    [BindProperty] public MediaOrigin Origin { get; set; }

    public IEnumerable<SelectListItem> Origins => Enum.GetValues<MediaOrigin>().Select(o => new SelectListItem(T["enum.MediaOrigin." + o], o.ToString()));

    public async Task<IActionResult> OnGet() => await FindPack() ? Page() : NotFound();

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
                prepared = await Service<MediaStore>().Prepare(content, Upload.FileName, Service<ContentOptions>().MediaMegabytes * 1024L * 1024, Ct);
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
            if (string.IsNullOrWhiteSpace(Licence) || Licence.Length > 200) throw new Refusal("content.refusal.licence") { Field = nameof(Licence) };
            var pack = await FoundPack();
            var media = await MediaStore.Add(act, pack, prepared, await MediaStore.NextNo(act.Db, pack, Ct), Licence.Trim(), Origin, sourcePath: null);
            act.Wrote("content.media.stored", media, pack.Scope, after: new { packId = pack.Id, media.No, media.FileName, media.Hash, media.Bytes, media.Licence, media.Origin });
            return Done($"/content/media/list/{pack.No}", "content.media.stored");
        }, OnGet);
    }
}
