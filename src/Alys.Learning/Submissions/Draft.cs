using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alys.Learning.Submissions;

/// <summary>What a learner has typed and not handed in yet.</summary>
internal sealed class Draft
{
    public required Guid PersonId { get; init; }
    public required Guid CourseId { get; init; }
    public required Guid UnitId { get; init; }
    public required string Text { get; set; }
    /// <summary>Grows with each save, so that an older window does not write over a newer one.</summary>
    public int Revision { get; set; }
    public DateTime KeptAt { get; set; }
}

/// <summary>A file laid beside the draft.</summary>
internal sealed class DraftFile
{
    public required Guid PersonId { get; init; }
    public required Guid CourseId { get; init; }
    public required Guid UnitId { get; init; }
    public required string Hash { get; init; }
    public required string Name { get; init; }
    public required long Length { get; init; }
    public required DateTime At { get; init; }
}

internal sealed class DraftConfiguration : IEntityTypeConfiguration<Draft>, IEntityTypeConfiguration<DraftFile>
{
    public void Configure(EntityTypeBuilder<Draft> b)
    {
        b.ToTable("learning_drafts");
        b.HasKey(x => new { x.PersonId, x.CourseId, x.UnitId });
    }

    public void Configure(EntityTypeBuilder<DraftFile> b)
    {
        b.ToTable("learning_draft_files");
        b.HasKey(x => new { x.PersonId, x.CourseId, x.UnitId, x.Hash });
        b.Property(x => x.Name).HasMaxLength(200);
        b.Property(x => x.Hash).HasMaxLength(64);
    }
}
