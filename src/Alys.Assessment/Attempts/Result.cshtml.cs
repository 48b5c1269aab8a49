using Alys.Assessment.Bank;
using Alys.Assessment.Marking;
using Alys.Assessment.Sittings;
using Alys.Curriculum;
using Alys.Enrolment;

namespace Alys.Assessment.Attempts;

/// <summary>What came of an attempt, as far as the sitting shows it now. Staff see everything.</summary>
[SignedIn]
internal sealed class ResultModel(ItemBodies bodies) : AppPage
{
    public Attempt Attempt { get; private set; } = null!;
    public Sitting Sitting { get; private set; } = null!;
    public ReviewLevel Level { get; private set; }
    public bool IsStaff { get; private set; }
    public int LateAnswers { get; private set; }
    public IReadOnlyList<ReviewedItem> Items { get; private set; } = [];

    public async Task<IActionResult> OnGet(string code)
    {
        var found = await Db.Attempts.AsNoTracking().Include(a => a.Items).VisibleTo(Reader, Attempt.Visibility).FirstOrDefaultAsync(a => a.Code == code, Ct);
        if (found is null) return NotFound();
        var own = found.PersonId == Reader.PersonId;
        if (own && found.State == AttemptState.Running) return Redirect($"/a/{code}");
        Attempt = found;
        var exceptions = Db.Overrides;
        var place = await (from s in Db.Sittings.AsNoTracking()
                           join c in Db.Set<CourseRow>() on s.CourseId equals c.Id
                           join subject in Db.Set<SubjectRow>() on c.SubjectId equals subject.Id
                           where s.Id == found.SittingId
                           select new { Sitting = s, LastCloses = exceptions.Where(o => o.SittingId == s.Id && o.EndedAt == null).Max(o => o.ClosesAt), c.No, subject.NameKk, subject.NameRu, subject.NameEn }).FirstAsync(Ct);
        Sitting = place.Sitting;
        ViewData["Crumbs"] = Crumb.Trail(new Crumb(new LocalText(place.NameKk, place.NameRu, place.NameEn).In(T.Language), $"/s/{place.No}"), new Crumb(Sitting.Title.In(T.Language), null));
        IsStaff = !own;
        Level = IsStaff ? ReviewLevel.Everything : Sitting.ReviewAt(found.SubmittedAt ?? found.Deadline, Now, place.LastCloses);
        if (Level < ReviewLevel.Answers) return Page();
        var known = await bodies.Of(Db, found.Items.SelectMany(i => i.Versions), Ct);
        var mine = Db.Answers.AsNoTracking().Where(a => a.AttemptId == found.Id);
        var answers = await Answer.LastWords(Db, mine).ToListAsync(Ct);
        var marks = (await Db.Marks.AsNoTracking().Where(m => m.AttemptId == found.Id).ToListAsync(Ct)).OrderBy(m => m.At).ToLookup(m => m.Position);
        if (IsStaff) LateAnswers = await mine.CountAsync(a => a.State == AnswerState.Late, Ct);
        var standing = Answer.Standing(answers);
        Items = [.. found.Items.OrderBy(i => i.Position).Select(i =>
            new ReviewedItem(new ShownItem(i, known[i.VersionId], standing.GetValueOrDefault(i.Position)), marks[i.Position].LastOrDefault()?.Review ?? "", Level) { CorrectedKey = i.KeyVersionId is { } key ? known[key] : null })];
        return Page();
    }
}

/// <summary>An item with its answer, its points and, as far as the level goes, what was right.</summary>
internal sealed record ReviewedItem(ShownItem Shown, string Review, ReviewLevel Level)
{
    public AttemptItem Item => Shown.Item;
    /// <summary>The version whose key scored it, where that is not the one shown.</summary>
    public ItemBody? CorrectedKey { get; init; }
    /// <summary>The item by whose key it counts, with the order and values that were drawn.</summary>
    public ShownItem Keyed => CorrectedKey is { } key ? new ShownItem(Shown.Item, key, (Answer?)null) : Shown;
}
