using Alys.Content.Recordings;

namespace Alys.Content.Media;

/// <summary>One file: what is known of it, how it is placed in a text, and where it is used.</summary>
[Needs(Rights.Write)]
internal sealed class ShowModel : MediaPage
{
    public IReadOnlyList<MediaUse> Uses { get; private set; } = [];
    public Conversion? Conversion { get; private set; }
    public IReadOnlyList<MediaRung> Rungs { get; private set; } = [];

    /// <summary>ffmpeg is on the server.</summary>
    public bool MayConvert => Service<Ffmpeg>().IsThere;
    public string Snippet => $"![{(Media.Description.Length > 0 ? Media.Description : Media.Title)}](media:{Media.No})";
    public string HtmlSnippet => $"<{(Media.Kind == MediaKind.Audio ? "audio" : "video")} src=\"media:{Media.No}\" title=\"{Media.Title.Replace("\"", "&quot;", StringComparison.Ordinal)}\"></{(Media.Kind == MediaKind.Audio ? "audio" : "video")}>";
    public IReadOnlyList<string> Captions { get; private set; } = [];
    public string LinkSnippet => $"[{Media.Title}](media:{Media.No})";

    public async Task<IActionResult> OnGet()
    {
        if (!await FindMedia()) return NotFound();
        Uses = [.. (await MediaUse.Of(Db, Pack.Id, Ct))[Media.Key]];
        if (!Media.IsRecording) return Page();
        Conversion = await Db.Conversions.AsNoTracking().FirstOrDefaultAsync(c => c.MediaId == Media.Id, Ct);
        Rungs = [.. (await Db.MediaRungs.AsNoTracking().Where(r => r.MediaId == Media.Id).ToListAsync(Ct)).OrderBy(r => r.Rung)];
        Captions = await Db.MediaCaptions.Where(c => c.MediaId == Media.Id).Select(c => c.Language).ToListAsync(Ct);
        return Page();
    }
}
