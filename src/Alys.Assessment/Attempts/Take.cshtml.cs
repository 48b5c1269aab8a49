using System.Collections.Concurrent;
using System.Text.Json;
using Alys.Assessment.Bank;
using Microsoft.AspNetCore.Antiforgery;

namespace Alys.Assessment.Attempts;

/// <summary>The attempt page: sent once, then it only posts answers and never navigates.</summary>
[SignedIn]
internal sealed class TakeModel(IAntiforgery antiforgery, ItemBodies bodies) : AppPage
{
    private static readonly string[] Spoken =
    [
        "keeping", "kept", "saved", "late", "refused", "waiting", "allSaved", "answered", "unanswered", "offline", "signIn", "server", "rejected",
        "longer", "minutes", "timeOver", "timedOut", "submitted", "left", "none", "handing",
    ];

    public Attempt Attempt { get; private set; } = null!;
    public LocalText Title { get; private set; } = null!;
    public IReadOnlyList<ShownItem> Items { get; private set; } = [];
    /// <summary>One form with a button to save it, for browsers without scripts.</summary>
    public bool IsPlain => Request.Query.ContainsKey("plain");
    public bool HasOrdering => Items.Any(i => i.Kind == ItemKind.Ordering);
    public string Token { get; private set; } = "";
    public string Sentences { get; private set; } = "";
    public long Left => (long)Math.Max(0, (Attempt.Deadline - Now).TotalMilliseconds);
    public long Clock => new DateTimeOffset(Now).ToUnixTimeMilliseconds();

    public async Task<IActionResult> OnGet(string code)
    {
        if (await OfCode(Db, code, Reader.PersonId) is not { } found) return NotFound();
        if (found.Attempt.State != AttemptState.Running) return Redirect($"/a/{code}/result");
        (Attempt, Title) = (found.Attempt, found.Title);
        var drawn = await Service<DrawnItems>().Of(Db, Attempt.Id);
        var known = await bodies.Of(Db, drawn.Select(i => i.VersionId), Ct);
        var answers = Answer.Standing(await AnswersOf(Db, Attempt.Id).ToListAsync(Ct));
        Items = [.. drawn.Select(i => new ShownItem(i, known[i.VersionId], answers.GetValueOrDefault(i.Position)))];
        Token = antiforgery.GetAndStoreTokens(HttpContext).RequestToken!;
        Sentences = SentencesIn.GetOrAdd(T.Language, _ => JsonSerializer.Serialize(Spoken.ToDictionary(s => s, s => T["assessment.player." + s]), Plainly));
        return Page();
    }

    private static readonly JsonSerializerOptions Plainly = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly ConcurrentDictionary<string, string> SentencesIn = new(StringComparer.Ordinal);

    private static readonly Func<Db, string, Guid, Task<Found?>> OfCode = EF.CompileAsyncQuery((Db db, string code, Guid person) =>
        (from a in db.Set<Attempt>().AsNoTracking()
         where a.Code == code && a.PersonId == person
         join s in db.Set<Sittings.Sitting>() on a.SittingId equals s.Id
         select new Found(a, s.Title)).FirstOrDefault());

    private static readonly Func<Db, Guid, IAsyncEnumerable<Answer>> AnswersOf = EF.CompileAsyncQuery((Db db, Guid attempt) => 
        (from last in db.Set<Answer>().Where(a => a.AttemptId == attempt && a.State != AnswerState.Late).GroupBy(a => new { a.AttemptId, a.Client, a.Item }).Select(g => new { g.Key.AttemptId, g.Key.Client, Seq = g.Max(a => a.Seq) })
         join answer in db.Set<Answer>().AsNoTracking() on new { last.AttemptId, last.Client, last.Seq } equals new { answer.AttemptId, answer.Client, answer.Seq }
         select answer).AsQueryable());

    private sealed record Found(Attempt Attempt, LocalText Title);
}
