using Alys.Content.Packs;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alys.Content.Import;

/// <summary>An archive of lessons that was sent in for a pack: kept until it is understood, tried as often as the rules are changed, run once.</summary>
internal sealed class LessonImport : NumberedEntity, IVersionedRow
{
    public Guid PackId { get; init; }
    public required string Hash { get; init; }
    public required string FileName { get; init; }
    public long Bytes { get; init; }

    /// <summary>Placement rules as lines, see <see cref="PlacementRules"/>.</summary>
    public required string Rules { get; set; }

    /// <summary>Lessons are laid over the topics of the working syllabus in their order.</summary>
    public bool SpreadTopics { get; set; } = true;

    /// <summary>Documents of Word: level of the headings that become units, 1…9; 0 for the usual one.</summary>
    public int HeadingLevel { get; set; }
    public DateTime At { get; init; }
    public Guid? ByPersonId { get; init; }
    public DateTime? DoneAt { get; set; }

    /// <summary>What was done with every object (JSON list of <see cref="ImportLine"/>); null until it was run.</summary>
    public string? Report { get; set; }
    public int RowVersion { get; set; }
}

internal sealed class LessonImportConfiguration : IEntityTypeConfiguration<LessonImport>
{
    public void Configure(EntityTypeBuilder<LessonImport> b)
    {
        b.ToTable("content_lesson_imports");
        b.HasIndex(x => x.No).IsUnique();
        b.Property(x => x.Hash).HasMaxLength(64);
        b.Property(x => x.FileName).HasMaxLength(300);
        b.HasOne<Pack>().WithMany().HasForeignKey(x => x.PackId);
    }
}
