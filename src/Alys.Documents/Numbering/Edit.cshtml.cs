namespace Alys.Documents.Numbering;

/// <summary>Sets the numbering rule of a kind; numbers given before stay.</summary>
[Needs(Rights.Numbering)]
internal sealed class EditModel : AppPage
{
    [FromRoute] public string Kind { get; set; } = "";
    [BindProperty] public string? Pattern { get; set; }
    public string KindName { get; private set; } = "";

    public async Task<IActionResult> OnGet()
    {
        if (Service<DocumentStore>().Kinds.FirstOrDefault(k => k.Code == Kind) is not { } kind) return NotFound();
        KindName = T[kind.NameKey];
        Pattern ??= await Db.NumberingRules.Where(r => r.Kind == Kind).Select(r => r.Pattern).FirstOrDefaultAsync(Ct) ?? kind.NumberPattern;
        return Page();
    }

    public Task<IActionResult> OnPost() => Act(async act =>
    {
        if (Service<DocumentStore>().Kinds.All(k => k.Code != Kind)) return NotFound();
        var pattern = NumberingRule.Checked(Pattern);
        var rule = await act.Db.NumberingRules.FirstOrDefaultAsync(r => r.Kind == Kind, Ct);
        var before = rule?.Pattern;
        if (rule is null) act.Db.Add(rule = new NumberingRule { Kind = Kind, Pattern = pattern });
        rule.Pattern = pattern;
        act.Wrote("documents.numbering.set", rule, before: new { Pattern = before }, after: new { Kind, pattern });
        return Done("/documents/numbering", "documents.numbering.saved");
    }, OnGet);
}
