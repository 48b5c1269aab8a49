using Alys.Content.Recordings;

namespace Alys.Content.Media;

/// <summary>One variant of a recording, for who has chosen it without scripts or came by a link.</summary>
[Needs(Rights.Read)]
internal sealed class PlayModel : AppPage
{
    [FromRoute] public string Key { get; set; } = "";
    [FromQuery(Name = "as")] public Rung? As { get; set; }

    public StoredMedia Media { get; private set; } = null!;
    public string Player { get; private set; } = "";

    public async Task<IActionResult> OnGet()
    {
        if (await MediaReach.Find(Db, Reader, Key, Ct) is not { IsRecording: true } media) return NotFound();
        Media = media;
        var rungs = await Db.MediaRungs.AsNoTracking().Where(r => r.MediaId == media.Id).Select(r => new PlayerRung(r.Rung, r.Hash, r.Bytes, r.Width, r.Height)).ToListAsync(Ct);
        var captions = await Db.MediaCaptions.AsNoTracking().Where(c => c.MediaId == media.Id).Select(c => c.Language).ToListAsync(Ct);
        Player = Players.Of(media, rungs, captions).Html(T, As);
        HttpContext.AllowMediaStreams();
        return Page();
    }
}
