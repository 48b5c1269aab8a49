using Alys.Documents;
using Alys.Institution;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Alys.Compliance;

/// <summary>Issues the report on all clauses as it stands now, in one of the languages, as a registered document.</summary>
[Needs(Rights.Read)]
internal sealed class IssueReport : AppPage
{
    [BindProperty] public string? Language { get; set; }
    public IReadOnlyList<DocumentRow> Issued { get; private set; } = [];
    public bool MayIssue => Reader.Has(Rights.Record);
    public IEnumerable<SelectListItem> Languages => TextTable.Languages.Select(l => new SelectListItem(T["compliance.language." + l], l));

    public async Task<IActionResult> OnGet()
    {
        Language ??= T.Language;
        Issued = await Db.Set<DocumentRow>().Where(x => x.Kind == ComplianceReportKind.KindCode && !x.IsAnnulled).OrderByDescending(x => x.No).Take(50).ToListAsync(Ct);
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        if (!MayIssue) return NotFound();
        if (!TextTable.Languages.Contains(Language)) return await Act(_ => throw new Refusal("compliance.refusal.language") { Field = nameof(Language) }, OnGet);
        // The examination takes its time; no other act waits for it.
        var day = DateOnly.FromDateTime(Texts.Local(Now));
        var findings = await Service<Examination>().Afresh(day, Ct);
        return await Act(async act =>
        {
            var texts = Service<TextTable>();
            var institution = await act.Db.Set<InstitutionRow>().SingleAsync(act.Ct);
            var data = Data(new(institution.NameKk, institution.NameRu, institution.NameEn), day, findings, texts.For(Language));
            var issued = await Service<DocumentStore>().Issue(act, new NewDocument(ComplianceReportKind.KindCode, data, new("Сәйкестік есебі", "Отчёт о соответствии", "Compliance report"), institution.Id, Scope.Institution) { Language = Language! });
            await VerdictEntry.Keep(act, Service<RulePack>(), findings, Now, texts);
            act.Wrote("compliance.report.issued", "ComplianceReport", issued.Id, Scope.Institution, after: new { issued.Number, issued.Hash });
            return Done("/compliance/report", "compliance.report.was-issued");
        }, OnGet);
    }

    private ReportData Data(LocalText institution, DateOnly day, IReadOnlyDictionary<string, Finding> findings, Texts t)
    {
        var pack = Service<RulePack>();
        return new(institution, day, [.. pack.Clauses.Select(x => new ReportClause(x.No, x.Title.In(t.Language), [.. pack.Of(x).Select(r => ReportRule.Of(r, findings[r.Code], t))]))]);
    }
}
