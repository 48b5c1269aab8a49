using Alys.Assessment.Bank;

namespace Alys.Assessment.Attempts;

/// <summary>Counts answers that were given in time by the page's clock but came after the attempt was closed.</summary>
[Needs(Rights.GiveTime)]
internal sealed class AcceptLateModel(ItemBodies bodies, Closing closing) : AppPage
{
    public Attempt Attempt { get; private set; } = null!;
    public IReadOnlyList<(Answer Answer, ShownItem Shown)> Late { get; private set; } = [];

    public async Task<IActionResult> OnGet(string code)
    {
        var attempt = await Db.Attempts.Include(a => a.Items).FirstOrDefaultAsync(a => a.Code == code, Ct);
        if (attempt is null || attempt.State == AttemptState.Running || !Reader.May(Rights.GiveTime, attempt.Scope)) return NotFound();
        Attempt = attempt;
        var late = await Db.Answers.Where(a => a.AttemptId == attempt.Id && a.State == AnswerState.Late).ToListAsync(Ct);
        var known = await bodies.Of(Db, attempt.Items.Select(i => i.VersionId), Ct);
        var items = attempt.Items.ToDictionary(i => i.Position);
        Late = [.. late.OrderBy(a => a.At).Select(a => (a, new ShownItem(items[a.Item], known[items[a.Item].VersionId], a)))];
        return Page();
    }

    public Task<IActionResult> OnPost(string code) => Act(async act =>
    {
        if (await OnGet(code) is NotFoundResult) return NotFound();
        if (Late.Count == 0) throw new Refusal("assessment.refusal.no-late");
        foreach (var (answer, _) in Late) answer.State = AnswerState.Accepted;
        await act.Db.SaveChangesAsync(act.Ct);
        act.Wrote("assessment.answer.accepted", Attempt, Attempt.Scope, Attempt.PersonId, after: Late.Select(l => new SavedAnswer(l.Answer.Item, l.Answer.Client, l.Answer.Seq)).ToArray());
        await closing.Again(act, Attempt);
        return Done($"/a/{code}/result", "assessment.late.accepted");
    }, () => OnGet(code));
}
