using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Alys.Platform;

/// <summary>What a person sees when there is no page, no right, too many requests or a fault.</summary>
[Open, IgnoreAntiforgeryToken, ResponseCache(NoStore = true)]
public sealed class StatusModel : AppPage
{
    private static readonly int[] Known = [400, 404, 413, 429, 500];

    [FromRoute] public int Code { get; set; }
    private int Shown => Known.Contains(Code) ? Code : Code >= 500 ? 500 : 404;
    public string TitleKey => $"platform.status.{Shown}.title";
    public string TextKey => $"platform.status.{Shown}.text";

    public IActionResult OnGet() => Show();
    public IActionResult OnPost() => Show();
    private PageResult Show() { Response.StatusCode = Code is >= 400 and < 600 ? Code : 404; return Page(); }
}
