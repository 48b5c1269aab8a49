using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alys.Communication;

/// <summary>Which pack a course studies and since when, as the journal told it: the modules above decide that, this one only tells the learners what is new.</summary>
internal sealed class StudiedPack
{
    public Guid CourseId { get; init; }
    public Guid PackId { get; set; }
    public DateOnly OpensOn { get; set; }
}

/// <summary>What the journal says when a course is opened.</summary>
internal sealed record OpenedFact(Guid CourseId, Guid PackId, DateOnly OpensOn);

internal sealed class StudiedPackConfiguration : IEntityTypeConfiguration<StudiedPack>
{
    public void Configure(EntityTypeBuilder<StudiedPack> b)
    {
        b.ToTable("communication_studied_packs");
        b.HasKey(x => x.CourseId);
        b.HasIndex(x => x.PackId);
    }
}
