using Alys.Content.Units;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alys.Content.Reviews;

internal enum ReviewStage { WithReviewer, WithApprover, Returned, Approved }

internal enum ReviewDeed { Sent, Passed, Returned, Approved }

/// <summary>
/// One version on its way from author to reviewer to approver. It is under way while its unit points to it; a newer version of the unit takes the pointer away.
/// </summary>
internal sealed class Review : NumberedEntity, IVersionedRow
{
    public const int MaxWord = 1000;

    public Guid UnitId { get; init; }
    public Guid VersionId { get; init; }

    /// <summary>What the version said when it was sent: what is approved must say the same.</summary>
    public required string VersionHash { get; init; }
    public ReviewStage Stage { get; set; }
    public DateTime SentAt { get; init; }
    public Guid? SentBy { get; init; }
    public int RowVersion { get; set; }
}

/// <summary>Who did what with it, when, and with which word.</summary>
internal sealed class ReviewStep : Entity
{
    public Guid ReviewId { get; init; }
    public ReviewDeed Deed { get; init; }
    public DateTime At { get; init; }
    public Guid? ByPersonId { get; init; }
    public string? Word { get; init; }
}

internal sealed class ReviewConfiguration : IEntityTypeConfiguration<Review>
{
    public void Configure(EntityTypeBuilder<Review> b)
    {
        b.ToTable("content_reviews");
        b.HasIndex(x => x.No).IsUnique();
        b.HasIndex(x => x.UnitId);
        b.HasIndex(x => new { x.VersionId, x.Stage });
        b.Property(x => x.VersionHash).HasMaxLength(64);
        b.HasOne<UnitVersion>().WithMany().HasForeignKey(x => x.VersionId);
    }
}

internal sealed class ReviewStepConfiguration : IEntityTypeConfiguration<ReviewStep>
{
    public void Configure(EntityTypeBuilder<ReviewStep> b)
    {
        b.ToTable("content_review_steps");
        b.HasIndex(x => new { x.ReviewId, x.At });
        b.Property(x => x.Word).HasMaxLength(Review.MaxWord);
        b.HasOne<Review>().WithMany().HasForeignKey(x => x.ReviewId);
    }
}
