using Alys.Content.Recordings;
using Alys.Formats;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Alys.Content.Media;

/// <summary>The captions of a recording in one language, from a file or typed.</summary>
[Needs(Rights.Write)]
internal sealed class CaptionsModel : MediaPage
{
    [FromRoute(Name = "language")] public string Language { get; set; } = "";
    [BindProperty] public string? Text { get; set; }
    [BindProperty] public IFormFile? Upload { get; set; }

    public bool IsThere { get; private set; }

    public async Task<IActionResult> OnGet()
    {
        if (await Show() is not PageResult page) return NotFound();
        Text = await Db.MediaCaptions.AsNoTracking().Where(c => c.MediaId == Media.Id && c.Language == Language).Select(c => c.Vtt).FirstOrDefaultAsync(Ct);
        IsThere = Text is not null;
        return page;
    }

    private async Task<IActionResult> Show() => Packs.PackChoices.Languages.Contains(Language) && await FindMedia() && Media.IsRecording ? Page() : NotFound();

    public async Task<IActionResult> OnPost()
    {
        if (Upload is { Length: > 0 and <= Cue.MaxCharacters * 4L }) Text = await Uploaded(Upload);
        return await Act(async act =>
        {
            if (await Show() is not PageResult) throw new Refusal("content.refusal.no-media");
            if (Upload is { Length: > Cue.MaxCharacters * 4L }) throw new Refusal("content.refusal.captions-long", Cue.MaxCharacters) { Field = nameof(Upload) };
            var cues = Cue.Read(Text ?? "");
            var caption = await act.Db.MediaCaptions.FirstOrDefaultAsync(c => c.MediaId == Media.Id && c.Language == Language, Ct);
            if (caption is null) act.Db.Add(caption = new MediaCaption { MediaId = Media.Id, Language = Language, Vtt = "" });
            (caption.Vtt, caption.At) = (Cue.Write(cues), act.Now);
            act.Wrote("content.media.captioned", Media, Pack.Scope, after: new { Media.No, Language, cues = cues.Count });
            return Done(At("show"), "content.captions.saved");
        }, Show);
    }

    // What was read stays in the form, so that a bad cue can be put right there.
    private async Task<string> Uploaded(IFormFile upload)
    {
        using var bytes = new MemoryStream();
        await upload.CopyToAsync(bytes, Ct);
        ModelState.Remove(nameof(Text));
        return TextDecoding.Decode(bytes.ToArray()).Text;
    }
}
