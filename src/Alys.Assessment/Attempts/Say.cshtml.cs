using System.Security.Cryptography;

namespace Alys.Assessment.Attempts;

/// <summary>Takes the answers of the attempt page without scripts, by the same way as those that the script sends.</summary>
[SignedIn]
internal sealed class SayModel(RunningAttempts running, AnswerSaves saves) : AppPage
{
    private const string Letters = "0123456789abcdefghijklmnopqrstuvwxyz";

    public IActionResult OnGet(string code) => Redirect($"/a/{code}?plain");

    public async Task<IActionResult> OnPost(string code)
    {
        var attempt = await running.Of(code, anew: false, Ct);
        if (attempt is null || attempt.PersonId != Reader.PersonId) return NotFound();
        var form = await Request.ReadFormAsync(Ct);
        var at = new DateTimeOffset(Now).ToUnixTimeMilliseconds();
        var client = "p" + RandomNumberGenerator.GetString(Letters, 12);
        var said = PlainForm.Changed(attempt.Items, form).Select((a, i) => new AnswerEvent(i + 1, a.Item, a.Response, at));
        string? word = null;
        foreach (var some in said.Chunk(AnswerSaves.MostAnswers))
        {
            var reply = await saves.Store(attempt, Reader, new AnswerBatch(client, some), HttpContext.From(), Ct);
            word = reply.Refused.Count > 0 ? "assessment.player.refused" : reply.Late.Count > 0 ? "assessment.player.some-late" : word ?? "assessment.player.allSaved";
        }
        // What could not be taken must be seen before the test is handed in.
        return Done(form.ContainsKey("finish") && word != "assessment.player.refused" ? $"/a/{code}/hand-in" : $"/a/{code}?plain", word);
    }
}
