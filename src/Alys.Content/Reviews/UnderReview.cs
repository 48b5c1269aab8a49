using Alys.Content.Packs;
using Alys.Content.Units;

namespace Alys.Content.Reviews;

/// <summary>A review with what it is of, and what may be done with it.</summary>
internal sealed record UnderReview(Review Review, UnitVersion Version, Unit Unit, Pack Pack)
{
    public bool IsUnderWay => Unit.ReviewId == Review.Id;

    /// <summary>Whoever wrote the version or sent it neither reviews nor approves it.</summary>
    public bool IsBy(Reader reader) => reader.IsSignedIn && (Version.ByPersonId == reader.PersonId || Review.SentBy == reader.PersonId);

    /// <summary>Sends the draft of a unit to review.</summary>
    /// <exception cref="Refusal">The pack asks for no approval, there is nothing new to send, or the draft is under way already.</exception>
    public static async Task<UnderReview> Send(Act act, Pack pack, Unit unit, string? word)
    {
        if (!pack.NeedsApproval) throw new Refusal("content.refusal.no-approval-asked");
        if (unit.ReviewId is not null) throw new Refusal("content.refusal.under-way");
        var version = await act.Db.UnitVersions.AsNoTracking().FirstOrDefaultAsync(v => v.Id == unit.DraftVersionId, act.Ct) ?? throw new Refusal("content.refusal.nothing-to-send");
        if (version.Id == unit.PublishedVersionId) throw new Refusal("content.refusal.published-already", version.Number);
        var review = new Review
        {
            No = await act.NextNumber("content.review"), UnitId = unit.Id, VersionId = version.Id, VersionHash = await VersionHash.Of(act.Db, version.Id, act.Ct),
            SentAt = act.Now, SentBy = act.Reader.IsSignedIn ? act.Reader.PersonId : null,
        };
        act.Db.Add(review);
        unit.ReviewId = review.Id;
        var sent = new UnderReview(review, version, unit, pack);
        sent.Step(act, ReviewDeed.Sent, word);
        act.Wrote(Facts.ReviewSent, review, pack.Scope, after: sent.Fact(word));
        return sent;
    }

    /// <summary>The reviewer hands it on to the approver.</summary>
    public async Task Pass(Act act, string? word)
    {
        await Check(act);
        if (Review.Stage != ReviewStage.WithReviewer) throw new Refusal("content.refusal.passed-already");
        Review.Stage = ReviewStage.WithApprover;
        Step(act, ReviewDeed.Passed, word);
        act.Wrote(Facts.ReviewPassed, Review, Pack.Scope, before: new { stage = ReviewStage.WithReviewer }, after: Fact(word));
    }

    /// <summary>Gives it back to its author, with a word or with comments.</summary>
    public async Task Return(Act act, string? word)
    {
        await Check(act);
        if (word is null && !await act.Db.ReviewComments.AnyAsync(c => c.ReviewId == Review.Id && c.AnswersTo == null && c.SettledAt == null, act.Ct)) throw new Refusal("content.refusal.return-unsaid") { Field = "Said" };
        var before = Review.Stage;
        (Review.Stage, Unit.ReviewId) = (ReviewStage.Returned, null);
        Step(act, ReviewDeed.Returned, word);
        act.Wrote(Facts.ReviewReturned, Review, Pack.Scope, before: new { stage = before }, after: Fact(word));
    }

    /// <summary>Approves it, which puts exactly this version before the learners.</summary>
    public async Task Approve(Act act, string? word, ContentOptions options)
    {
        await Check(act);
        if (Review.Stage != ReviewStage.WithApprover) throw new Refusal("content.refusal.not-passed");
        (Review.Stage, Unit.ReviewId) = (ReviewStage.Approved, null);
        Step(act, ReviewDeed.Approved, word);
        act.Wrote(Facts.ReviewApproved, Review, Pack.Scope, before: new { stage = ReviewStage.WithApprover }, after: Fact(word));
        Unit.PutBeforeLearners(act, Pack, Version, word, options);
    }

    private async Task Check(Act act)
    {
        if (IsBy(act.Reader)) throw new Refusal("content.refusal.own-version");
        if (Version.Id != Unit.DraftVersionId) throw new Refusal("content.refusal.no-longer-draft", Version.Number);
        if (!IsUnderWay) throw new Refusal("content.refusal.not-under-way");
        if (await VersionHash.Of(act.Db, Version.Id, act.Ct) != Review.VersionHash) throw new Refusal("content.refusal.altered");
    }

    private void Step(Act act, ReviewDeed deed, string? word)
    {
        if (word?.Length > Review.MaxWord) throw new Refusal("content.refusal.long-word", Review.MaxWord) { Field = "Said" };
        act.Db.Add(new ReviewStep { ReviewId = Review.Id, Deed = deed, At = act.Now, ByPersonId = act.Reader.IsSignedIn ? act.Reader.PersonId : null, Word = word });
    }

    private ReviewFact Fact(string? word) =>
        new(Review.No, Pack.SubjectId, Version.Title, Version.Number) { UnitId = Unit.Id, VersionHash = Review.VersionHash, Author = Version.ByPersonId, SentBy = Review.SentBy, Word = word };
}
