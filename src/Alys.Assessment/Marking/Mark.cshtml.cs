using Alys.Access;
using Alys.Assessment.Attempts;
using Alys.Assessment.Bank;
using Alys.Assessment.Scoring;
using Alys.Assessment.Sittings;

namespace Alys.Assessment.Marking;

/// <summary>Marks one answer with a written review. An answer scored by the program may be marked by a person, too.</summary>
[Needs(Rights.Mark)]
internal sealed class MarkModel(ItemBodies bodies) : AppPage
{
    public Attempt Attempt { get; private set; } = null!;
    public ReviewedItem Answer { get; private set; } = null!;
    public string PersonName { get; private set; } = "";
    public LocalText Title { get; private set; } = null!;
    public IReadOnlyList<Mark> Earlier { get; private set; } = [];
    public string? Notes => (Answer.Shown.Body as Essay)?.MarkingNotes;
    [BindProperty] public string? Points { get; set; }
    [BindProperty] public string? Review { get; set; }

    public async Task<IActionResult> OnGet(string code, int position)
    {
        var attempt = await Db.Attempts.Include(a => a.Items).FirstOrDefaultAsync(a => a.Code == code, Ct);
        var item = attempt?.Items.FirstOrDefault(i => i.Position == position);
        if (item is null || attempt!.State == AttemptState.Running || !Reader.May(Rights.Mark, attempt.Scope)) return NotFound();
        Attempt = attempt;
        PersonName = await Db.Set<PersonRow>().Where(p => p.Id == attempt.PersonId).Select(p => p.Name).FirstAsync(Ct);
        Title = await Db.Sittings.Where(s => s.Id == attempt.SittingId).Select(s => s.Title).FirstAsync(Ct);
        Earlier = await Db.Marks.AsNoTracking().Where(m => m.AttemptId == attempt.Id && m.Position == position).OrderByDescending(m => m.At).ToListAsync(Ct);
        var standing = Attempts.Answer.Standing(await Attempts.Answer.LastWords(Db, Db.Answers.Where(a => a.AttemptId == attempt.Id && a.Item == position)).AsNoTracking().ToListAsync(Ct));
        var body = (await bodies.Of(Db, [item.VersionId], Ct))[item.VersionId];
        Answer = new(new ShownItem(item, body, standing.GetValueOrDefault(position)), "", ReviewLevel.Everything);
        if (HttpMethods.IsGet(Request.Method) && !item.NeedsPerson) (Points, Review) = (T.Number(item.Points ?? 0), Earlier.FirstOrDefault()?.Review);
        return Page();
    }

    public Task<IActionResult> OnPost(string code, int position) => Act(async act =>
    {
        if (await OnGet(code, position) is NotFoundResult) return NotFound();
        if (Number.Parse(Points ?? "") is not { } points) throw new Refusal("assessment.refusal.mark-range", Answer.Item.MaxPoints) { Field = nameof(Points) };
        if (Review is { Length: > Mark.MaxReview }) throw new Refusal("assessment.refusal.review-long", Mark.MaxReview) { Field = nameof(Review) };
        var before = Attempt.Fact;
        Attempt.Mark(position, (decimal)points);
        act.Db.Add(new Mark { AttemptId = Attempt.Id, Position = position, Points = Answer.Item.Points!.Value, Review = (Review ?? "").Trim(), ById = act.Reader.PersonId, At = act.Now });
        act.Wrote("assessment.answer.marked", Attempt, Attempt.Scope, Attempt.PersonId, after: new { position, points = Answer.Item.Points });
        if (Attempt.IsMarked) act.Wrote("assessment.attempt.marked", Attempt, Attempt.Scope, Attempt.PersonId, before, Attempt.Fact);
        return Done("/assessment/marking", "assessment.marking.done");
    }, () => OnGet(code, position));
}
