namespace Alys.Audit;

/// <summary>Recomputes the whole chain and records the outcome, which the list of seals then shows.</summary>
[Needs(Rights.Verify)]
internal sealed class VerifySeals : AppPage
{
    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPost()
    {
        var outcome = await Service<Verifier>().Verify(Ct);
        return await Act(act =>
        {
            var verification = Verification.Of(act, outcome);
            act.Db.Add(verification);
            act.Wrote("audit.journal.verified", verification, Scope.Institution, after: outcome);
            return Task.FromResult(Done("/audit/seals", outcome.Broken == null ? "audit.seals.found-whole" : null));
        }, () => Task.FromResult(OnGet()));
    }
}
