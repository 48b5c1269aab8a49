using System.Text.Json;

namespace Alys.Assessment.Attempts;

/// <summary>Handing in, posted by the attempt page. Waits for nobody: what this page's client has acknowledged must be here.</summary>
[SignedIn]
internal sealed class SubmitModel(Closing closing, RunningAttempts running) : AppPage
{
    public IActionResult OnGet(string code) => Redirect($"/a/{code}");

    public async Task<IActionResult> OnPost(string code)
    {
        if (await Read() is not { } handIn) return Refused("assessment.refusal.answers-unreadable");
        var result = await Act(async act =>
        {
            var attempt = await act.Db.Attempts.AsNoTracking().FirstOrDefaultAsync(a => a.Code == code && a.PersonId == act.Reader.PersonId, act.Ct);
            if (attempt is null) return NotFound();
            var here = await act.Db.Answers.CountAsync(a => a.AttemptId == attempt.Id && a.Client == handIn.Client, act.Ct);
            if (here < handIn.Answers) throw new Refusal("assessment.refusal.answers-missing");
            var closed = await closing.Close(act, attempt.Id, AttemptState.Submitted);
            return new JsonResult(new { state = (closed ?? await act.Db.Attempts.AsNoTracking().FirstAsync(a => a.Id == attempt.Id, act.Ct)).State.ToString() });
        }, () => Task.FromResult<IActionResult>(Refused(ModelState.Values.SelectMany(v => v.Errors).Select(e => e.ErrorMessage).FirstOrDefault() ?? "")));
        running.Forget(code);
        return result;
    }

    private async Task<HandIn?> Read()
    {
        try
        {
            return Request.ContentLength is > 0 and < 1000 ? await JsonSerializer.DeserializeAsync(Request.Body, AnswerJson.Default.HandIn, Ct) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private JsonResult Refused(string sentence) =>
        new(new Complaint(sentence.StartsWith("assessment.", StringComparison.Ordinal) ? T[sentence] : sentence)) { StatusCode = StatusCodes.Status422UnprocessableEntity };
}
