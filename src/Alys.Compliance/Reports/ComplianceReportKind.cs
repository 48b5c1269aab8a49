using Alys.Documents;

namespace Alys.Compliance;

/// <summary>What an issued report says, in the language in which it was issued; its canonical JSON is what the hash on the paper covers.</summary>
internal sealed record ReportData(LocalText Institution, DateOnly Day, IReadOnlyList<ReportClause> Clauses)
{
    public IEnumerable<ReportRule> Rules => Clauses.SelectMany(x => x.Rules).DistinctBy(x => x.Code);
}

internal sealed record ReportClause(int No, string Title, IReadOnlyList<ReportRule> Rules);

/// <param name="Sentence">When the rule is met.</param>
/// <param name="Said">What the examination found.</param>
/// <param name="Lacking">Records that break the rule, at most <see cref="MostLacking"/>.</param>
internal sealed record ReportRule(string Code, int Version, Verdict Verdict, string Sentence, string Said, IReadOnlyList<string> Lacking)
{
    public const int MostLacking = 20;

    public static ReportRule Of(Rule rule, Finding finding, Texts t) => new(rule.Code, rule.Version, finding.Verdict, rule.Sentence.In(t.Language), t[finding.Reason, finding.Args],
        [.. finding.Evidence.Where(x => !x.IsGood).Take(MostLacking).Select(x => $"{x.Subject.In(t.Language)}: {t[x.Note, x.Args]}")]);
}

/// <summary>The compliance report as a registered document.</summary>
internal sealed class ComplianceReportKind : DocumentKind
{
    public const string KindCode = "compliance-report";

    public override string Code => KindCode;

    public override string NumberPattern => "{year}/СЕ-{n}";

    public override byte[] Print(DocumentPaper paper, Texts t)
    {
        var data = paper.Read<ReportData>();
        var pdf = new Pdf($"{t[NameKey]} {paper.Number}", paper.Footer)
            .Letterhead(data.Institution.In(t.Language))
            .Title(t[NameKey], t["compliance.report.number", paper.Number, data.Day])
            .Paragraph(t["compliance.intro"])
            .Facts(data.Rules.GroupBy(x => x.Verdict).OrderBy(x => x.Key).Select(x => (t[x.Key.Key()], t.Number(x.Count()))))
            .Table(Columns(t), data.Clauses.SelectMany(clause => clause.Rules.Select((rule, index) => Row(clause, rule, index, t))));
        var lacking = data.Rules.Where(x => x.Lacking.Count > 0).ToList();
        if (lacking.Count > 0) pdf.Heading(t["compliance.report.lacking"]);
        foreach (var rule in lacking)
        {
            pdf.Paragraph($"{rule.Code}. {rule.Sentence}");
            foreach (var line in rule.Lacking) pdf.Paragraph("– " + line);
        }
        return pdf.Signatures([(t["role.head"], "")]).Build();
    }

    private static PdfColumn[] Columns(Texts t) =>
    [
        new(t["compliance.clause"], 34, PdfAlign.Centre),
        new(t["compliance.requirement"], 110),
        new(t["compliance.report.rule"], 44),
        new(t["compliance.verdict"], 76),
        new(t["compliance.report.found"], 231),
    ];

    private static IReadOnlyList<string> Row(ReportClause clause, ReportRule rule, int index, Texts t) =>
        [index == 0 ? t.Number(clause.No) : "", index == 0 ? clause.Title : "", rule.Code, t[rule.Verdict.Key()], rule.Said];
}
