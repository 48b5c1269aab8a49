using System.Text.Json;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Alys.Content.Import;

/// <summary>Before the run: what would be done, and the rules that decide it. After the run: what was done.</summary>
[Needs(Rights.Write)]
internal sealed class ShowModel : ImportPage
{
    private const int EmptyRules = 2;

    [BindProperty] public List<RuleLine> Rules { get; set; } = [];
    [BindProperty] public bool SpreadTopics { get; set; }
    [BindProperty] public int HeadingLevel { get; set; }

    public ImportPlan? Trial { get; private set; }
    public IReadOnlyList<ImportLine> Lines { get; private set; } = [];

    /// <summary>After the run: files of which the archive did not say enough (clause 3.2).</summary>
    public int Undescribed { get; private set; }
    public IEnumerable<SelectListItem> Levels => Enumerable.Range(0, WordMaterial.MostLevels + 1)
        .Select(l => new SelectListItem(l == 0 ? T["content.import.level-usual"] : T["content.import.level", l], l.ToString(CultureInfo.InvariantCulture)));
    public IEnumerable<SelectListItem> Slots => [new SelectListItem(T["content.import.leave-out"], ""), .. Units.UnitChoices.Slots(T)];

    public async Task<IActionResult> OnGet()
    {
        if (!await FindImport()) return NotFound();
        (SpreadTopics, HeadingLevel) = (Import.SpreadTopics, Import.HeadingLevel);
        return await Show();
    }

    private async Task<IActionResult> Show()
    {
        if (!await FindImport()) return NotFound();
        if (Import.Report is { } report)
        {
            Lines = JsonSerializer.Deserialize<ImportLine[]>(report)!;
            Undescribed = (await Db.Media.AsNoTracking().Where(m => m.PackId == Pack.Id).ToListAsync(Ct)).Count(m => m.Missing.Any());
            return Page();
        }
        Trial = await MakePlan(prepare: false);
        // What was typed and refused stays in the form.
        if (Rules.Count == 0) Rules = [.. Trial.Rules.Rules.Select(r => new RuleLine { Pattern = r.Pattern, Slot = r.Slot, Points = r.Points })];
        Rules.AddRange(Enumerable.Range(0, EmptyRules).Select(_ => new RuleLine()));
        Lines = Trial.Lines;
        return Page();
    }

    public Task<IActionResult> OnPost() => Act(async act =>
    {
        if (!await FindImport()) throw new Refusal("content.refusal.no-pack");
        if (Import.DoneAt is not null) throw new Refusal("content.refusal.import-done");
        var rules = new PlacementRules([.. Rules.Where(r => !string.IsNullOrWhiteSpace(r.Pattern)).Select(r => new PlacementRule(r.Pattern!.Trim(), r.Slot ?? "", r.Points))]);
        rules.Check();
        if (HeadingLevel is < 0 or > WordMaterial.MostLevels) throw new Refusal("content.refusal.heading-level", WordMaterial.MostLevels) { Field = nameof(HeadingLevel) };
        (Import.Rules, Import.SpreadTopics, Import.HeadingLevel) = (rules.Json, SpreadTopics, HeadingLevel);
        act.Wrote("content.lessons.rules", Import, Pack.Scope, after: new { rules.Rules, SpreadTopics, HeadingLevel });
        return Done($"/content/import/show/{Import.No}", "content.import.rules-saved");
    }, Show);

    public sealed class RuleLine
    {
        public string? Pattern { get; set; }
        public string? Slot { get; set; }
        public int? Points { get; set; }
    }
}
