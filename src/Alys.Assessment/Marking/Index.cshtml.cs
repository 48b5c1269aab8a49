using Alys.Access;
using Alys.Assessment.Bank;
using Alys.Assessment.Regrades;
using Alys.Enrolment;

namespace Alys.Assessment.Marking;

/// <summary>Answers that wait for a person, question by question, the longest waiting first.</summary>
[Needs(Rights.Mark)]
internal sealed class IndexModel(ItemBodies bodies) : AppPage
{
    private const int Most = 200;

    public IReadOnlyList<Question> Questions { get; private set; } = [];

    public async Task<IActionResult> OnGet(int? course)
    {
        var courses = Reader.ScopesOf(Rights.Mark, ScopeKinds.Course);
        var everywhere = Reader.Everywhere(Rights.Mark);
        var waiting = await (from i in Db.AttemptItems
                             join a in Db.Attempts on i.AttemptId equals a.Id
                             join s in Db.Sittings on a.SittingId equals s.Id
                             join c in Db.Set<CourseRow>() on a.CourseId equals c.Id
                             join p in Db.Set<PersonRow>() on a.PersonId equals p.Id
                             where i.NeedsPerson && i.Ruling == Ruling.ByKey && a.State != AttemptState.Running && (everywhere || courses.Contains(a.CourseId)) && (course == null || c.No == course)
                             orderby a.SubmittedAt
                             select new { i.VersionId, i.Position, i.MaxPoints, a.Code, a.SubmittedAt, p.Name, s.Title, SittingId = s.Id }).Take(Most).ToListAsync(Ct);
        var known = await bodies.Of(Db, waiting.Select(w => w.VersionId), Ct);
        Questions = [.. waiting.GroupBy(w => (w.SittingId, w.VersionId)).Select(g => new Question(g.First().Title, known[g.Key.VersionId].Prompt.Html, g.First().MaxPoints,
            [.. g.Select(w => new Waiting(w.Code, w.Position, w.Name, w.SubmittedAt!.Value))]))];
        return Page();
    }

    internal sealed record Question(LocalText Test, string Prompt, decimal MaxPoints, IReadOnlyList<Waiting> Answers);
    internal sealed record Waiting(string Code, int Position, string Name, DateTime SubmittedAt);
}
