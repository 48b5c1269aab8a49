using Alys.Access;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.RateLimiting;

namespace Alys.Institution;

/// <summary>The first visit: name, time zone and first administrator of a new institution. Afterwards it does not exist any more.</summary>
[Open, EnableRateLimiting(RateLimits.Guessing)]
internal sealed class SetupModel(Founding founding, Institutions institutions, People people) : AppPage
{
    private static readonly string[] Offered = ["Asia/Almaty", "Asia/Qyzylorda", "Asia/Tashkent", "Asia/Bishkek", "Europe/Moscow", "UTC"];

    [BindProperty] public string? NameKk { get; set; }
    [BindProperty] public string? NameRu { get; set; }
    [BindProperty] public string? NameEn { get; set; }
    [BindProperty] public string? TimeZone { get; set; } = "Asia/Almaty";
    [BindProperty] public string? Surname { get; set; }
    [BindProperty] public string? Given { get; set; }
    [BindProperty] public string? UserName { get; set; }
    [BindProperty] public string? Password { get; set; }
    public IEnumerable<SelectListItem> Zones => Offered.Where(z => TimeZoneInfo.TryFindSystemTimeZoneById(z, out _)).Select(z => new SelectListItem(z, z));

    public IActionResult OnGet() => founding.IsDone ? NotFound() : Page();

    public async Task<IActionResult> OnPost()
    {
        if (founding.IsDone) return NotFound();
        var result = await Act(async act =>
        {
            await institutions.Found(act, new LocalText(NameKk?.Trim() ?? "", NameRu?.Trim() ?? "", NameEn?.Trim() ?? ""), TimeZone ?? "");
            var first = await people.Register(act, new(UserName ?? "", Surname ?? "", Given ?? "", Language: T.Language, Password: Password ?? ""));
            await act.Db.SaveChangesAsync(Ct);
            await people.Grant(act, first, Roles.Administrator, Scope.Institution);
            await people.Grant(act, first, Roles.Organiser, Scope.Institution);
            return Done("/sign-in", "platform.setup.done");
        }, () => Task.FromResult(OnGet()));
        if (ModelState.IsValid) founding.IsDone = true;
        return result;
    }
}
