using Microsoft.AspNetCore.Mvc.Rendering;

namespace Alys.Compliance;

/// <summary>Records by hand that a norm is kept or not, with its document.</summary>
[Needs(Rights.Record)]
internal sealed class NewRecord : AppPage
{
    [BindProperty(SupportsGet = true, Name = "rule")] public string? RuleCode { get; set; }
    [BindProperty] public RecordForm Form { get; set; } = new();
    public Rule Rule { get; private set; } = null!;
    public IReadOnlyList<SelectListItem> Choices => [new(T["compliance.record.yes"], "yes"), new(T["compliance.record.no"], "no")];

    public IActionResult OnGet()
    {
        if (Service<RulePack>().Find(RuleCode) is not { IsRecorded: true } rule) return NotFound();
        Rule = rule;
        return Page();
    }

    public async Task<IActionResult> OnPost() => await Act(act =>
    {
        if (Service<RulePack>().Find(RuleCode) is not { } rule) return Task.FromResult<IActionResult>(NotFound());
        var record = HandRecord.Of(rule, Form, act);
        act.Db.Add(record);
        act.Wrote("compliance.record.made", record, Scope.Institution, after: new { record.Rule, record.IsKept, record.Document, record.DocumentDate, record.ValidUntil });
        return Task.FromResult(Done("/compliance/rules/" + rule.Code, "compliance.record.saved"));
    }, () => Task.FromResult(OnGet()));
}
