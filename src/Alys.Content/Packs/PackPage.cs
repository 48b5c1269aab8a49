namespace Alys.Content.Packs;

/// <summary>Base of the pages of one pack, found through the reader.</summary>
public abstract class PackPage : AppPage
{
    /// <summary>Short number of the pack, from the address.</summary>
    [BindProperty(SupportsGet = true, Name = "pack")]
    public int PackNo { get; set; }

    internal Pack Pack { get; private set; } = null!;

    internal async Task<bool> FindPack(Visibility<Pack>? visibility = null)
    {
        var found = await Db.Packs.VisibleTo(Reader, visibility ?? Pack.ToWriters).FirstOrDefaultAsync(p => p.No == PackNo, Ct);
        if (found is null) return false;
        Pack = found;
        return true;
    }

    /// <summary>In an act: finds the pack again on what the act sees, or refuses.</summary>
    internal async Task<Pack> FoundPack() => await FindPack() ? Pack : throw new Refusal("content.refusal.no-pack");

    internal IReadOnlyList<Crumb> Trail(params IEnumerable<Crumb> further) =>
        Crumb.Trail([new Crumb(T["content.packs.title"], "/content/packs"), new Crumb(Pack.Title.In(T.Language), $"/content/packs/show/{Pack.No}"), .. further]);
}
