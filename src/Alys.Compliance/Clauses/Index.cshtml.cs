namespace Alys.Compliance;

/// <summary>All clauses with the verdicts of their rules as they stand now.</summary>
[Needs(Rights.Read)]
internal sealed class ClausesIndex : AppPage
{
    public RulePack Pack => Service<RulePack>();
    public IReadOnlyDictionary<string, Finding> Findings { get; private set; } = new Dictionary<string, Finding>();

    /// <summary>How many rules have which verdict.</summary>
    public IEnumerable<(Verdict Verdict, int Count)> Tally =>
        Findings.Values.GroupBy(x => x.Verdict).OrderBy(x => x.Key).Select(x => (x.Key, x.Count()));

    /// <summary>When the oldest of them was found, where that was not just now.</summary>
    public DateTime? LookedAt => Findings.Values.Min(f => f.LookedAt);

    public async Task<IActionResult> OnGet()
    {
        Findings = await Service<Examination>().All(DateOnly.FromDateTime(Texts.Local(Now)), Ct);
        return Page();
    }

    public string Key(Verdict verdict) => verdict.Key();

    public string Css(Verdict verdict) => verdict.Css();
}

internal static class VerdictLook
{
    public static string Key(this Verdict verdict) => "enum.Verdict." + verdict;

    public static string Css(this Verdict verdict) => verdict switch
    {
        Verdict.Met or Verdict.RecordedByHand => "ok",
        Verdict.NotMet => "bad",
        Verdict.EvidenceMissing => "warn",
        _ => "",
    };
}
