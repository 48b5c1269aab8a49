using Microsoft.AspNetCore.Mvc.Rendering;

namespace Alys.Assessment.Overrides;

/// <summary>Gives a learner or a group other terms at a sitting.</summary>
[Needs(Rights.GiveTests)]
internal sealed class AddModel : OverridePage
{
    [BindProperty] public OverrideForm Form { get; set; } = new();
    public IReadOnlyList<SelectListItem> Whom { get; private set; } = [];

    public async Task<IActionResult> OnGet(int course, int no)
    {
        if (!await Find(course, no, Rights.GiveTests)) return NotFound();
        var (people, groups) = await Choices();
        Whom =
        [
            .. people.Select(p => new SelectListItem(p.Name, $"person:{p.No}")),
            .. groups.Select(g => new SelectListItem(T["assessment.overrides.group", g.Code], $"group:{g.No}")),
        ];
        return Page();
    }

    public Task<IActionResult> OnPost(int course, int no) => Settle(async act =>
    {
        if (!await Find(course, no, Rights.GiveTests)) return NotFound();
        var (people, groups) = await Choices();
        var person = people.FirstOrDefault(p => Form.Whom == $"person:{p.No}")?.Id;
        var group = groups.FirstOrDefault(g => Form.Whom == $"group:{g.No}")?.Id;
        if (person is null && group is null) throw new Refusal("assessment.refusal.override-whom") { Field = "Form.Whom" };
        await Override.Give(act, Sitting, (person, group), Form);
        return Done(Here, "assessment.overrides.given");
    }, () => OnGet(course, no));
}
