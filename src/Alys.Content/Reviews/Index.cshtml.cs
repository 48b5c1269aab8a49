using Alys.Content.Packs;

namespace Alys.Content.Reviews;

/// <summary>What waits for the reader: versions to review and to approve, her own that came back or are under way, packs whose day has come.</summary>
[Needs(Rights.Review, Rights.Approve, Rights.Write)]
internal sealed class IndexModel : AppPage
{
    private const int Most = 200;

    internal sealed record Line(int No, string Title, int Version, LocalText Pack, DateTime At, Guid? By, int Open);

    public IReadOnlyList<Line> ToReview { get; private set; } = [];
    public IReadOnlyList<Line> ToApprove { get; private set; } = [];
    public IReadOnlyList<Line> Returned { get; private set; } = [];
    public IReadOnlyList<Line> Sent { get; private set; } = [];
    public IReadOnlyList<Pack> Due { get; private set; } = [];
    public Func<Guid?, string> NameOf { get; private set; } = null!;
    public bool MayReview => Reader.Has(Rights.Review);
    public bool MayApprove => Reader.Has(Rights.Approve);

    public async Task<IActionResult> OnGet()
    {
        var reach = await ReviewReach.Of(Db, Reader, Ct);
        var me = Reader.PersonId;
        ToReview = await Lines(Cases(reach.ToReviewers).Where(c => c.Unit.ReviewId == c.Review.Id && c.Review.Stage == ReviewStage.WithReviewer && c.Version.ByPersonId != me && c.Review.SentBy != me));
        ToApprove = await Lines(Cases(reach.ToApprovers).Where(c => c.Unit.ReviewId == c.Review.Id && c.Review.Stage == ReviewStage.WithApprover && c.Version.ByPersonId != me && c.Review.SentBy != me));
        var mine = Cases(Pack.ToWriters).Where(c => c.Version.ByPersonId == me || c.Review.SentBy == me);
        Returned = await Lines(mine.Where(c => c.Review.Stage == ReviewStage.Returned && c.Unit.ReviewId == null && c.Unit.DraftVersionId != c.Unit.PublishedVersionId && !Db.Set<Review>().Any(later => later.UnitId == c.Unit.Id && later.No > c.Review.No)));
        Sent = await Lines(mine.Where(c => c.Unit.ReviewId == c.Review.Id));
        var today = DateOnly.FromDateTime(Texts.Local(Now));
        Due = await Db.Packs.AsNoTracking().VisibleTo(Reader, new([.. Pack.ToWriters.Rules, .. reach.ToApprovers.Rules])).Where(p => p.ReviewBy < today).OrderBy(p => p.ReviewBy).ThenBy(p => p.No).Take(Most).ToListAsync(Ct);
        NameOf = await CommentThread.Names(Db, ToReview.Concat(ToApprove).Concat(Returned).Concat(Sent).Select(l => l.By), Ct);
        return Page();
    }

    private sealed class Row
    {
        public required Review Review { get; init; }
        public required Units.Unit Unit { get; init; }
        public required Units.UnitVersion Version { get; init; }
        public required Pack Pack { get; init; }
    }

    private IQueryable<Row> Cases(Visibility<Pack> visibility) =>
        from review in Db.Reviews.AsNoTracking()
        join unit in Db.Units on review.UnitId equals unit.Id
        join version in Db.UnitVersions on review.VersionId equals version.Id
        join pack in Db.Packs.VisibleTo(Reader, visibility) on unit.PackId equals pack.Id
        select new Row { Review = review, Unit = unit, Version = version, Pack = pack };

    /// <summary>Whoever has waited longest stands first.</summary>
    private async Task<IReadOnlyList<Line>> Lines(IQueryable<Row> rows) =>
        await rows.OrderBy(c => c.Review.No).Take(Most)
            .Select(c => new Line(c.Review.No, c.Version.Title, c.Version.Number, c.Pack.Title, c.Review.SentAt, c.Version.ByPersonId, Db.Set<ReviewComment>().Count(x => x.ReviewId == c.Review.Id && x.AnswersTo == null && x.SettledAt == null)))
            .ToListAsync(Ct);
}
