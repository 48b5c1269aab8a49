using Alys.Content.Packs;

namespace Alys.Content.Media;

/// <summary>Base of the pages of one file: <c>/content/media/…/{pack}/{no}</c>.</summary>
public abstract class MediaPage : PackPage
{
    /// <summary>Number of the file in its pack, from the address.</summary>
    [BindProperty(SupportsGet = true, Name = "no")]
    public int MediaNo { get; set; }

    internal StoredMedia Media { get; private set; } = null!;

    internal async Task<bool> FindMedia()
    {
        if (!await FindPack()) return false;
        var found = await Db.Media.FirstOrDefaultAsync(m => m.PackId == Pack.Id && m.No == MediaNo, Ct);
        if (found is null) return false;
        Media = found;
        return true;
    }

    /// <summary>In an act: finds the file again on what the act sees, or refuses.</summary>
    internal async Task FoundMedia()
    {
        if (!await FindMedia()) throw new Refusal("content.refusal.no-media");
    }

    internal string At(string page) => $"/content/media/{page}/{PackNo}/{MediaNo}";

    internal IReadOnlyList<Crumb> MediaTrail(string here) => Trail(
        new Crumb(T["content.media.title"], $"/content/media/list/{PackNo}"), new Crumb(Media.Title, At("show")), new Crumb(here, null));
}
