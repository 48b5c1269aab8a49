using System.Security.Cryptography;
using System.Text;
using Alys.Assessment.Bank;
using Alys.Curriculum;
using Alys.Enrolment;

namespace Alys.Assessment.Attempts;

/// <summary>Every answer event of an attempt: when it was given, when it arrived, whether it counts; and a code over all of them.</summary>
[SignedIn]
internal sealed class ReceiptModel(ItemBodies bodies) : AppPage
{
    public Attempt Attempt { get; private set; } = null!;
    public LocalText Title { get; private set; } = null!;
    public IReadOnlyList<Event> Events { get; private set; } = [];
    public string Hash { get; private set; } = "";

    public async Task<IActionResult> OnGet(string code)
    {
        var found = await Db.Attempts.AsNoTracking().Include(a => a.Items).VisibleTo(Reader, Attempt.Visibility).FirstOrDefaultAsync(a => a.Code == code, Ct);
        if (found is null) return NotFound();
        Attempt = found;
        var place = await (from s in Db.Sittings
                           join c in Db.Set<CourseRow>() on s.CourseId equals c.Id
                           join subject in Db.Set<SubjectRow>() on c.SubjectId equals subject.Id
                           where s.Id == found.SittingId
                           select new { s.Title, c.No, subject.NameKk, subject.NameRu, subject.NameEn }).FirstAsync(Ct);
        Title = place.Title;
        ViewData["Crumbs"] = Crumb.Trail(
            new Crumb(new LocalText(place.NameKk, place.NameRu, place.NameEn).In(T.Language), $"/s/{place.No}"), new Crumb(Title.In(T.Language), $"/a/{code}/result"), new Crumb(T["assessment.receipt.title"], null));
        var known = await bodies.Of(Db, found.Items.Select(i => i.VersionId), Ct);
        var items = found.Items.ToDictionary(i => i.Position);
        var answers = await Db.Answers.AsNoTracking().Where(a => a.AttemptId == found.Id).ToListAsync(Ct);
        var standing = Answer.Standing(answers).Values.ToHashSet();
        Events = [.. answers.OrderBy(a => a.At).ThenBy(a => a.Client, StringComparer.Ordinal).ThenBy(a => a.Seq)
            .Select(a => new Event(a, new ShownItem(items[a.Item], known[items[a.Item].VersionId], a), standing.Contains(a)))];
        Hash = HashOf(answers);
        return Page();
    }

    /// <summary>SHA-256 over one line for each event in the order of client and sequence number.</summary>
    internal static string HashOf(IEnumerable<Answer> answers)
    {
        var lines = answers.OrderBy(a => a.Client, StringComparer.Ordinal).ThenBy(a => a.Seq)
            .Select(a => string.Create(CultureInfo.InvariantCulture, $"{a.Client} {a.Seq} {a.Item} {a.At:O} {a.Response}\n"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(lines))));
    }

    internal sealed record Event(Answer Answer, ShownItem Shown, bool Stands);
}
