using Microsoft.AspNetCore.Mvc.Rendering;

namespace Alys.Content.Library;

/// <summary>What the form of a record asks.</summary>
internal sealed class ResourceForm
{
    public string? Title { get; set; }
    public string? Authors { get; set; }
    public string? Publisher { get; set; }
    public int? Year { get; set; }
    public string? Language { get; set; } = "kk";
    public ResourceKind Kind { get; set; }
    public string? Isbn { get; set; }
    public string? Url { get; set; }
    public DateOnly? AvailableUntil { get; set; }
    public int? Seats { get; set; }
    public int CopiesInLibrary { get; set; }
    public int CopiesInChair { get; set; }
    public string? Ground { get; set; }
    /// <summary>The file that it had is taken away.</summary>
    public bool WithoutFile { get; set; }

    public static ResourceForm Of(Resource x) => new()
    {
        Title = x.Title, Authors = x.Authors, Publisher = x.Publisher, Year = x.Year, Language = x.Language, Kind = x.Kind, Isbn = x.Isbn, Url = x.Url,
        AvailableUntil = x.AvailableUntil, Seats = x.Seats, CopiesInLibrary = x.CopiesInLibrary, CopiesInChair = x.CopiesInChair, Ground = x.Ground,
    };
}

/// <summary>Base of the two pages with the form of a record.</summary>
internal abstract class ResourceFormPage : AppPage
{
    [BindProperty] public ResourceForm Form { get; set; } = new();
    [BindProperty] public IFormFile? Upload { get; set; }

    public IEnumerable<SelectListItem> Kinds => Enum.GetValues<ResourceKind>().Select(k => new SelectListItem(T["enum.ResourceKind." + k], k.ToString()));
    public IEnumerable<SelectListItem> Languages => new[] { "kk", "ru", "en", "other" }.Select(l => new SelectListItem(T["content.language." + l], l));
    public string? KnownFile { get; protected set; }

    /// <summary>Stores the file before the act, so that nobody's act waits for it; content-addressed, so that a refused act leaves nothing to be seen.</summary>
    protected async Task<(StoredFile? File, string? Name, Refusal? Refused)> Stored()
    {
        if (Upload is null) return default;
        var name = Path.GetFileName(Upload.FileName.Replace('\\', '/'));
        if (!Kept.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase) || name.Length > 260) return (null, null, new Refusal("content.refusal.resource-file") { Field = "Upload" });
        try
        {
            await using var content = Upload.OpenReadStream();
            var stored = await Service<Files>().Put(content, Service<ContentOptions>().MediaMegabytes * 1024L * 1024, Ct);
            return stored.Length == 0 ? (null, null, new Refusal("content.refusal.empty-file", name) { Field = "Upload" }) : (stored, name, null);
        }
        catch (Refusal refusal)
        {
            return (null, null, refusal);
        }
    }

    public static readonly string[] Kept = [".pdf", ".epub", ".djvu", ".fb2", ".docx", ".odt", ".pptx", ".xlsx", ".txt", ".zip"];
}
