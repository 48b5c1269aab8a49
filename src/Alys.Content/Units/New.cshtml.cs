using Alys.Content.Packs;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Alys.Content.Units;

[Needs(Rights.Write)]
internal sealed class NewModel : PackPage
{
    [BindProperty(SupportsGet = true)] public string? Slot { get; set; }
    [BindProperty] public string? Title { get; set; }
    [BindProperty] public UnitKind Kind { get; set; }

    public IEnumerable<SelectListItem> Slots => UnitChoices.Slots(T);
    public IEnumerable<SelectListItem> Kinds => UnitChoices.Kinds(T);

    public async Task<IActionResult> OnGet()
    {
        if (!await FindPack()) return NotFound();
        if (Slot is "M6.iws" or "M6.iwst" or "M5.tasks") Kind = UnitKind.Task;
        if (Slot is "M8.tests") Kind = UnitKind.QuestionSet;
        return Page();
    }

    private async Task<IActionResult> Again() => await FindPack() ? Page() : NotFound();

    public Task<IActionResult> OnPost() => Act(async act =>
    {
        var pack = await FoundPack();
        var slot = Packs.Slot.Of(Slot);
        if (string.IsNullOrWhiteSpace(Title) || Title.Length > UnitVersion.MaxTitle) throw new Refusal("content.refusal.no-title") { Field = nameof(Title) };
        var unit = await NewUnit.Make(act, pack, slot.Code, sourcePath: null);
        act.Db.Add(new UnitDraft { UnitId = unit.Id, PersonId = Reader.PersonId, Title = Title.Trim(), Source = "", KeptAt = act.Now });
        act.Wrote("content.unit.made", unit, pack.Scope, after: new { packId = pack.Id, unit.No, unit.Slot });
        return Done($"/content/units/edit/{pack.No}/{unit.No}?kind={Kind}");
    }, Again);
}
