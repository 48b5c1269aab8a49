using Alys.Assessment;
using Alys.Content;
using Alys.Learning;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Alys.Grading.Plans;

/// <summary>Adds a control event: by hand, or tied to a sitting or to a task of the course.</summary>
[Needs(Rights.Plan)]
internal sealed class AddModel : PlanPage
{
    [BindProperty] public EventForm Form { get; set; } = new();
    public IReadOnlyList<SelectListItem> Kinds { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Parts { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Sources { get; private set; } = [];

    public async Task<IActionResult> OnGet()
    {
        if (!await Find()) return NotFound();
        Kinds = [.. Enum.GetValues<ControlKind>().Select(k => new SelectListItem(T["enum.ControlKind." + k], k.ToString()))];
        Parts = [.. new[] { RatingPart.Rating1, RatingPart.Rating2 }.Select(p => new SelectListItem(T["enum.RatingPart." + p], p.ToString()))];
        Sources = [new(T["enum.MarkSource.Manual"], ""), .. await Sittings(), .. await Tasks()];
        return Page();
    }

    public Task<IActionResult> OnPost() => Act(async act =>
    {
        if (!await Find()) return NotFound();
        var wish = Form.Wish();
        if (wish.SittingId is { } sitting && !await Db.Set<SittingRow>().AnyAsync(s => s.Id == sitting && s.CourseId == Course.Id, Ct)) return NotFound();
        if (wish.UnitId is { } unit && (await Tasks()).All(t => t.Value != Form.Source)) return NotFound();
        var plan = await ControlPlan.ForChange(act, Course.Id);
        var added = await plan.Add(act, wish);
        await act.Db.SaveChangesAsync(Ct);
        if (added.Source == MarkSource.Attempt) await TakeAttempts.All(act, added);
        if (added.Source == MarkSource.Submission) await TakeSubmissions.All(act, added);
        return Done(Here, "grading.event.added");
    }, OnGet);

    private async Task<IEnumerable<SelectListItem>> Sittings() =>
        (await Db.Set<SittingRow>().Where(s => s.CourseId == Course.Id && s.Purpose != Purpose.Training).OrderBy(s => s.No).ToListAsync(Ct))
            .Select(s => new SelectListItem(T["grading.source.sitting", s.Title], "sitting:" + s.Id));

    private async Task<IEnumerable<SelectListItem>> Tasks()
    {
        var units = await (from opening in Db.Set<OpeningRow>()
                           join unit in Db.Set<PublishedUnitRow>() on opening.PackId equals unit.PackId
                           where opening.CourseId == Course.Id && unit.Kind == UnitKind.Task
                           orderby unit.Order, unit.No
                           select new { unit.Id, unit.Title }).ToListAsync(Ct);
        return units.Select(u => new SelectListItem(T["grading.source.task", u.Title], "unit:" + u.Id));
    }
}
