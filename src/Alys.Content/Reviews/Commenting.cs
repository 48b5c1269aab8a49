using Alys.Content.Text;

namespace Alys.Content.Reviews;

/// <summary>The verbs on comments.</summary>
internal static class Commenting
{
    /// <summary>Says something of the version: of the block on the page, or of all where there is no block.</summary>
    public static async Task<ReviewComment> Comment(this UnderReview of, Act act, (int Page, int Block) place, string? text)
    {
        if (!of.IsUnderWay) throw new Refusal("content.refusal.not-under-way");
        if (of.IsBy(act.Reader)) throw new Refusal("content.refusal.own-version");
        TextBlock? block = null;
        if (place.Block > 0)
        {
            var html = await act.Db.VersionPages.AsNoTracking().Where(p => p.VersionId == of.Version.Id && p.Number == place.Page).Select(p => p.Html).FirstOrDefaultAsync(act.Ct);
            block = TextBlock.In(html ?? "").FirstOrDefault(b => b.Number == place.Block) ?? throw new Refusal("content.refusal.no-block");
        }
        var comment = new ReviewComment
        {
            No = await act.NextNumber("content.review-comment", of.Review.Id), ReviewId = of.Review.Id, Page = block is null ? 0 : place.Page, Block = block?.Number ?? 0, Quote = block?.Beginning(ReviewComment.MaxQuote),
            Text = Said(text), At = act.Now, ByPersonId = act.Reader.IsSignedIn ? act.Reader.PersonId : null,
        };
        act.Db.Add(comment);
        act.Wrote("content.review.commented", comment, of.Pack.Scope, after: new { review = of.Review.No, comment.No, comment.Page, comment.Block, comment.Text });
        return comment;
    }

    public static async Task Answer(this UnderReview of, Act act, ReviewComment comment, string? text)
    {
        var answer = new ReviewComment
        {
            No = await act.NextNumber("content.review-comment", of.Review.Id), ReviewId = of.Review.Id, AnswersTo = comment.Id, Page = comment.Page, Block = comment.Block,
            Text = Said(text), At = act.Now, ByPersonId = act.Reader.IsSignedIn ? act.Reader.PersonId : null,
        };
        act.Db.Add(answer);
        act.Wrote(Facts.CommentAnswered, answer, of.Pack.Scope, person: comment.ByPersonId, after: new CommentFact(of.Review.No, comment.No, comment.Page, of.Version.Title, answer.Text));
    }

    public static void Settle(this UnderReview of, Act act, ReviewComment comment)
    {
        if (comment.SettledAt is not null) throw new Refusal("content.refusal.settled-already");
        (comment.SettledAt, comment.SettledBy) = (act.Now, act.Reader.IsSignedIn ? act.Reader.PersonId : null);
        act.Wrote("content.review.settled", comment, of.Pack.Scope, person: comment.ByPersonId, after: new { review = of.Review.No, comment.No });
    }

    private static string Said(string? text)
    {
        var said = text?.Trim() ?? "";
        if (said.Length == 0) throw new Refusal("content.refusal.nothing-said") { Field = "Text" };
        return said.Length <= ReviewComment.MaxText ? said : throw new Refusal("content.refusal.long-word", ReviewComment.MaxText) { Field = "Text" };
    }
}
