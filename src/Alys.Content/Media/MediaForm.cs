using Microsoft.AspNetCore.Mvc.Rendering;

namespace Alys.Content.Media;

/// <summary>What an author says of a file.</summary>
internal sealed class MediaForm
{
    public const int MaxTitle = 300;
    public const int MaxDescription = 500;

    /// <summary>Nothing is said or written in it (ISO 639: no linguistic content).</summary>
    public const string Wordless = "zxx";

    public static readonly string[] Languages = ["kk", "ru", "en", Wordless];

    public string? Title { get; set; }
    public string? Description { get; set; }
    public string? Language { get; set; }
    public MediaOrigin Origin { get; set; }
    public string? Source { get; set; }
    public string? Holder { get; set; }
    public string? Licence { get; set; }
    public string? Terms { get; set; }

    public static MediaForm Of(StoredMedia media) => new()
    {
        Title = media.Title, Description = media.Description, Language = media.Language, Origin = media.Origin,
        Source = media.Source, Holder = media.Holder, Licence = media.Licence, Terms = media.Terms,
    };

    public void Check(StoredMedia media)
    {
        if (string.IsNullOrWhiteSpace(Title)) throw Refused("content.refusal.no-title", nameof(Title));
        if (Title.Trim().Length > MaxTitle) throw new Refusal("content.refusal.long-title", MaxTitle) { Field = "Form.Title" };
        if (media.IsPicture && string.IsNullOrWhiteSpace(Description)) throw Refused("content.refusal.media-description", nameof(Description));
        if (Description?.Trim().Length > MaxDescription) throw new Refusal("content.refusal.long-word", MaxDescription) { Field = "Form.Description" };
        if (!Languages.Contains(Language)) throw Refused("content.refusal.media-language", nameof(Language));
        if (Origin == MediaOrigin.Purchased && string.IsNullOrWhiteSpace(Source)) throw Refused("content.refusal.media-source", nameof(Source));
        if (Origin == MediaOrigin.Purchased && string.IsNullOrWhiteSpace(Holder)) throw Refused("content.refusal.media-holder", nameof(Holder));
        if (!Licences.All.Contains(Licence)) throw Refused("content.refusal.licence", nameof(Licence));
        if (Licence == Licences.Contract && string.IsNullOrWhiteSpace(Terms)) throw Refused("content.refusal.media-contract", nameof(Terms));
        foreach (var (value, field) in new[] { (Source, nameof(Source)), (Holder, nameof(Holder)), (Terms, nameof(Terms)) })
        {
            if (value?.Trim().Length > MaxTitle) throw new Refusal("content.refusal.long-word", MaxTitle) { Field = "Form." + field };
        }
    }

    private static Refusal Refused(string key, string field) => new(key) { Field = "Form." + field };

    public static IEnumerable<SelectListItem> LanguageChoices(Texts t) => Languages.Select(l => new SelectListItem(t["content.language." + l], l));

    public static IEnumerable<SelectListItem> Owners(Texts t) => Enum.GetValues<MediaOrigin>().Select(o => new SelectListItem(t["enum.MediaOrigin." + o], o.ToString()));
}
