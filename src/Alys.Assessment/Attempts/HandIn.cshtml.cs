namespace Alys.Assessment.Attempts;

/// <summary>Asks before an attempt ends, where no script does.</summary>
[SignedIn]
internal sealed class HandInModel(Closing closing, RunningAttempts running) : AppPage
{
    public string Code { get; private set; } = "";
    public int Unanswered { get; private set; }

    public async Task<IActionResult> OnGet(string code)
    {
        var attempt = await Mine(code);
        if (attempt is null) return NotFound();
        if (attempt.State != AttemptState.Running) return Redirect($"/a/{code}/result");
        Code = code;
        var items = await Db.AttemptItems.CountAsync(i => i.AttemptId == attempt.Id, Ct);
        var answers = Answer.Standing(await Db.Answers.AsNoTracking().Where(a => a.AttemptId == attempt.Id).ToListAsync(Ct));
        Unanswered = items - answers.Values.Count(a => a.Response != "null");
        return Page();
    }

    public async Task<IActionResult> OnPost(string code)
    {
        var result = await Act(async act =>
        {
            if (await Mine(code) is not { } attempt) return NotFound();
            await closing.Close(act, attempt.Id, AttemptState.Submitted);
            return Done($"/a/{code}/result", "assessment.player.submitted");
        }, () => OnGet(code));
        running.Forget(code);
        return result;
    }

    private Task<Attempt?> Mine(string code) => Db.Attempts.AsNoTracking().FirstOrDefaultAsync(a => a.Code == code && a.PersonId == Reader.PersonId, Ct);
}
