using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alys.Content.Reviews;

/// <summary>What a reviewer or approver says of a version, in general or of one block of its text; or an answer to that. Numbered within the review.</summary>
internal sealed class ReviewComment : NumberedEntity, IVersionedRow
{
    public const int MaxText = 4000;
    public const int MaxQuote = 160;

    public Guid ReviewId { get; init; }

    /// <summary>The comment that this one answers.</summary>
    public Guid? AnswersTo { get; init; }

    /// <summary>Page of the text and block on it, both from 1; 0: of the whole unit. A version never changes, so they stay true.</summary>
    public int Page { get; init; }
    public int Block { get; init; }

    /// <summary>How the block begins.</summary>
    public string? Quote { get; init; }
    public required string Text { get; init; }
    public DateTime At { get; init; }
    public Guid? ByPersonId { get; init; }
    public DateTime? SettledAt { get; set; }
    public Guid? SettledBy { get; set; }
    public int RowVersion { get; set; }
}

internal sealed class ReviewCommentConfiguration : IEntityTypeConfiguration<ReviewComment>
{
    public void Configure(EntityTypeBuilder<ReviewComment> b)
    {
        b.ToTable("content_review_comments");
        b.HasIndex(x => new { x.ReviewId, x.No }).IsUnique();
        b.Property(x => x.Text).HasMaxLength(ReviewComment.MaxText);
        b.Property(x => x.Quote).HasMaxLength(ReviewComment.MaxQuote);
        b.HasOne<Review>().WithMany().HasForeignKey(x => x.ReviewId);
    }
}
