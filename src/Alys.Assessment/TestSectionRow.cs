using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alys.Assessment;

/// <summary>What a test draws for one learner: so many items with a tag.</summary>
public sealed class TestSectionRow
{
    public Guid TestId { get; init; }
    /// <summary>Empty: from the whole bank.</summary>
    public string Tag { get; init; } = "";
    public int Draw { get; init; }
}

internal sealed class TestSectionRowConfiguration : IEntityTypeConfiguration<TestSectionRow>
{
    public void Configure(EntityTypeBuilder<TestSectionRow> b) =>
        b.HasNoKey().ToSqlQuery("""select "TestId", coalesce("Tag", '') as "Tag", "Draw" from assessment_test_sections""");
}
