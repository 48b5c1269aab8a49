using Microsoft.AspNetCore.Mvc.Rendering;

namespace Alys.Institution;

/// <summary>A holiday, a day off or a moved working day, noted by hand.</summary>
[Needs(InstitutionRights.Edit)]
internal sealed class NewDayModel : AppPage
{
    [BindProperty] public DateOnly? Day { get; set; }
    [BindProperty] public CalendarDayKind Kind { get; set; }
    [BindProperty] public string? NameKk { get; set; }
    [BindProperty] public string? NameRu { get; set; }
    [BindProperty] public string? NameEn { get; set; }
    public IEnumerable<SelectListItem> Kinds => Enum.GetValues<CalendarDayKind>().Select(k => new SelectListItem(T["enum.CalendarDayKind." + k], k.ToString()));

    public void OnGet() { }

    public Task<IActionResult> OnPost() => Act(async act =>
    {
        var noted = await CalendarDay.Note(act, Day, Kind, Names.Of(NameKk, NameRu, NameEn));
        return Done(string.Create(CultureInfo.InvariantCulture, $"/institution/days?year={noted.Day.Year}"), "institution.day.noted");
    }, () => Task.FromResult<IActionResult>(Page()));
}
