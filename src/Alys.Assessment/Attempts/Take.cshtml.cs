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
    public string Token { get; private set; } = "";
    public string Sentences { get; private set; } = "";
    public long Left => (long)Math.Max(0, (Attempt.Deadline - Now).TotalMilliseconds);
    public long Clock => new DateTimeOffset(Now).ToUnixTimeMilliseconds();

    public async Task<IActionResult> OnGet(string code)
    {
        var found = await Db.Attempts.AsNoTracking().Include(a => a.Items).FirstOrDefaultAsync(a => a.Code == code && a.PersonId == Reader.PersonId, Ct);
        if (found is null) return NotFound();
        if (found.State != AttemptState.Running) return Redirect($"/a/{code}/result");
        Attempt = found;
        Title = await Db.Sittings.Where(s => s.Id == found.SittingId).Select(s => s.Title).FirstAsync(Ct);
        var known = await bodies.Of(Db, found.Items.Select(i => i.VersionId), Ct);
        var answers = Answer.Standing(await Db.Answers.AsNoTracking().Where(a => a.AttemptId == found.Id).ToListAsync(Ct));
        Items = [.. found.Items.OrderBy(i => i.Position).Select(i => new ShownItem(i, known[i.VersionId], answers.GetValueOrDefault(i.Position)))];
        Token = antiforgery.GetAndStoreTokens(HttpContext).RequestToken!;
        Sentences = JsonSerializer.Serialize(Spoken.ToDictionary(s => s, s => T["assessment.player." + s]), new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        return Page();
    }
}
