using Alys.Content.Recordings;

namespace Alys.Content.Media;

/// <summary>The words of a recording, to be read or printed instead of watching it.</summary>
[Needs(Rights.Read)]
internal sealed class TranscriptModel : AppPage
{
    // A pause of this length, or so many words, begins a new paragraph.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);
    private const int ParagraphCharacters = 500;

    [FromRoute] public string Key { get; set; } = "";
    [FromQuery(Name = "l")] public string? Language { get; set; }

    public StoredMedia Media { get; private set; } = null!;
    public IReadOnlyList<string> Languages { get; private set; } = [];
    public IReadOnlyList<(string At, string Words)> Paragraphs { get; private set; } = [];

    public async Task<IActionResult> OnGet()
    {
        if (await MediaReach.Find(Db, Reader, Key, Ct) is not { IsRecording: true } media) return NotFound();
        Media = media;
        var captions = (await Db.MediaCaptions.AsNoTracking().Where(c => c.MediaId == media.Id).ToListAsync(Ct)).OrderBy(c => c.Language, StringComparer.Ordinal).ToList();
        Languages = [.. captions.Select(c => c.Language)];
        var read = Language is null ? captions.Find(c => c.Language == T.Language) ?? captions.Find(c => c.Language == media.Language) ?? captions.FirstOrDefault() : captions.Find(c => c.Language == Language);
        if (read is null) return NotFound();
        Language = read.Language;
        Paragraphs = [.. Joined(Cue.Read(read.Vtt))];
        return Page();
    }

    private static IEnumerable<(string At, string Words)> Joined(IReadOnlyList<Cue> cues)
    {
        var from = 0;
        for (var i = 1; i <= cues.Count; i++)
        {
            var length = cues.Take(from..i).Sum(c => c.Words.Length);
            if (i < cues.Count && cues[i].From - cues[i - 1].To < Pause && length < ParagraphCharacters) continue;
            yield return (MediaWeight.Length((long)cues[from].From.TotalMilliseconds), string.Join(' ', cues.Take(from..i).Select(c => c.Words.ReplaceLineEndings(" "))));
            from = i;
        }
    }
}
