using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Alys.Content.Media;

namespace Alys.Content.Recordings;

/// <summary>A recording as a page shows it: the player, and beside it each variant in words with its weight. Nothing but a light poster loads unasked.</summary>
internal sealed record Player(string Key, string Title, MediaKind Kind, string Original, long OriginalBytes)
{
    public long? Milliseconds { get; init; }
    public IReadOnlyList<PlayerRung> Rungs { get; init; } = [];

    /// <summary>Languages of its captions.</summary>
    public IReadOnlyList<string> Captions { get; init; } = [];

    // Kazakh and Russian letters as they are: as entities they would weigh four times as much.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private string Address => "/content/media/" + Key;

    /// <summary>The figure that stands in a text.</summary>
    /// <param name="t">Words of the language of the text.</param>
    /// <param name="chosen">The variant that plays; null: the lightest that has a picture.</param>
    public string Html(Texts t, Rung? chosen = null)
    {
        var html = new StringBuilder($"<figure class=\"player\" data-media=\"{Key}\">");
        WritePlayer(html, t, chosen);
        html.Append($"<figcaption><strong>{Encoded(Title)}</strong>");
        if (Milliseconds is { } length) html.Append(" · ").Append(MediaWeight.Length(length));
        WriteChoices(html, t, chosen);
        WriteBeside(html, t);
        return html.Append("</figcaption></figure>").ToString();
    }

    private void WritePlayer(StringBuilder html, Texts t, Rung? chosen)
    {
        var plays = Find(chosen) ?? Find(Kind == MediaKind.Video ? Rung.Slides : Rung.SoundFile);
        var element = Kind == MediaKind.Audio || plays?.Rung is Rung.Sound or Rung.SoundFile ? "audio" : "video";
        html.Append($"<{element} controls preload=\"none\" aria-label=\"{Encoded(Title)}\"");
        if (element == "video" && Find(Rung.Poster) is { } poster) html.Append($" poster=\"{Address}/{poster.Name}\" width=\"{poster.Width}\" height=\"{poster.Height}\"");
        if (chosen is null && Kind == MediaKind.Video && plays is not null) html.Append($" data-ladder=\"{Address}/main.m3u8\"");
        html.Append('>').Append(plays is null ? $"<source src=\"{Address}/original\">" : $"<source src=\"{Address}/{plays.Name}\" type=\"{plays.ContentType}\">");
        foreach (var language in Captions) html.Append($"<track kind=\"captions\" srclang=\"{language}\" label=\"{Encoded(t["content.language." + language])}\" src=\"{Address}/{language}.vtt\">");
        html.Append($"</{element}>");
    }

    private void WriteChoices(StringBuilder html, Texts t, Rung? chosen)
    {
        var choices = Rungs.Where(r => r.Rung <= Rung.High).OrderBy(r => r.Rung).ToList();
        html.Append("<ul>");
        foreach (var rung in choices)
        {
            var current = rung.Rung == chosen ? " aria-current=\"true\"" : "";
            html.Append($"<li><a href=\"/content/media/play/{Key}?as={rung.Rung}\" data-src=\"{Address}/{rung.Name}\"{current}>{Encoded(t["enum.Rung." + rung.Rung])}</a> <small>{Encoded(MediaWeight.Of(t, rung.Bytes))}</small></li>");
        }
        if (choices.Count == 0) html.Append($"<li><a href=\"{Address}/original\" download=\"{Encoded(Original)}\">{Encoded(t["content.media.original"])}</a> <small>{Encoded(MediaWeight.Of(t, OriginalBytes))}</small></li>");
        html.Append("</ul>");
    }

    private void WriteBeside(StringBuilder html, Texts t)
    {
        var links = Rungs.Where(r => r.Rung is Rung.SoundFile or Rung.VideoFile).OrderBy(r => r.Rung)
            .Select(r => $"<a href=\"{Address}/{r.Name}\" download>{Encoded(t["content.recording.take." + r.Rung])}</a>");
        if (Captions.Count > 0) links = links.Prepend($"<a href=\"/content/media/transcript/{Key}\">{Encoded(t["content.transcript.read"])}</a>");
        html.AppendJoin(" · ", links);
    }

    private PlayerRung? Find(Rung? rung) => Rungs.FirstOrDefault(r => r.Rung == rung);

    private static string Encoded(string text) => Encoder.Encode(text);
}

internal sealed record PlayerRung(Rung Rung, string Hash, long Bytes, int Width, int Height)
{
    public string Name => MediaRung.NameOf(Hash, Rung);
    public string ContentType => Rung is Rung.Sound or Rung.SoundFile ? "audio/mp4" : "video/mp4";
}
