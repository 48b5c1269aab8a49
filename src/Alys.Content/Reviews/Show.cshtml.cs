using Alys.Assessment;
using Alys.Content.Media;
using Alys.Content.Text;

namespace Alys.Content.Reviews;

/// <summary>The version as its learner would see it, each block with its comments; what was done with it; what may be done now.</summary>
[Needs(Rights.Review, Rights.Approve, Rights.Write)]
internal sealed class ShowModel : ReviewPage
{
    [BindProperty(SupportsGet = true)] public int P { get; set; } = 1;

    public UnitText Text { get; private set; } = null!;
    public IReadOnlyList<TextBlock> Blocks { get; private set; } = [];
    public IReadOnlyList<CommentThread> Threads { get; private set; } = [];
    public IReadOnlyList<ReviewStep> Steps { get; private set; } = [];
    public int? Published { get; private set; }
    public StoredMedia? Stored { get; private set; }
    public TestRow? Test { get; private set; }
    public Func<Guid?, string> NameOf { get; private set; } = null!;

    public async Task<IActionResult> OnGet()
    {
        if (!await FindReview() || await Service<UnitTexts>().Page(Db, Case.Version.Id, P, Ct) is not { } text) return NotFound();
        (Text, Blocks) = (text, TextBlock.In(text.Html));
        Threads = await CommentThread.Of(Db, Db.Reviews.Where(r => r.Id == Case.Review.Id), Ct);
        Steps = await Db.ReviewSteps.AsNoTracking().Where(s => s.ReviewId == Case.Review.Id).OrderBy(s => s.At).ToListAsync(Ct);
        Published = await Db.UnitVersions.Where(v => v.Id == Case.Unit.PublishedVersionId).Select(v => (int?)v.Number).FirstOrDefaultAsync(Ct);
        Stored = Case.Version.MediaId is { } media ? await Db.Media.AsNoTracking().FirstOrDefaultAsync(m => m.Id == media, Ct) : null;
        Test = Case.Version.TestId is { } test ? await Db.Set<TestRow>().FirstOrDefaultAsync(t => t.Id == test, Ct) : null;
        NameOf = await CommentThread.Names(Db, Steps.Select(s => s.ByPersonId).Append(Case.Version.ByPersonId), Ct);
        return Page();
    }
}
