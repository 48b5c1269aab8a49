using Alys.Assessment.Draw;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alys.Assessment.Tests;

/// <summary>What is asked: so many items by tag. Sittings keep a copy of its plan, so that editing never touches a running one.</summary>
internal sealed class Test : NumberedEntity
{
    public const int MostItems = 200, MostMinutes = 24 * 60, MostPause = 7 * 24 * 60;

    public Guid SubjectId { get; init; }
    public required string Language { get; set; }
    public required LocalText Title { get; set; }
    public Purpose Purpose { get; set; }
    /// <summary>Time limit that sittings start with; 0 = none.</summary>
    public int Minutes { get; set; }
    /// <summary>Attempts that sittings start with; 0 = any number.</summary>
    public int Attempts { get; set; } = 1;
    /// <summary>Which attempt counts in sittings that start from this test.</summary>
    public CountingAttempt Counting { get; set; }
    /// <summary>Minutes between two attempts that sittings start with; 0 = none.</summary>
    public int PauseMinutes { get; set; }
    public bool ShuffleItems { get; set; } = true;
    public List<TestSection> Sections { get; } = [];

    public Plan Plan => new([.. Sections.OrderBy(s => s.Place).Select(s => new PlanSection(s.Tag, s.Draw, s.Points))], ShuffleItems);

    public void Ask(IReadOnlyList<PlanSection> sections)
    {
        if (sections.Count == 0) throw new Refusal("assessment.refusal.no-sections");
        if (sections.Any(s => s.Draw < 1) || sections.Sum(s => s.Draw) > MostItems) throw new Refusal("assessment.refusal.draw", MostItems);
        if (sections.Any(s => s.Points is <= 0 or > 100)) throw new Refusal("assessment.refusal.points");
        if (sections.GroupBy(s => s.Tag).Any(g => g.Count() > 1)) throw new Refusal("assessment.refusal.tag-twice");
        Sections.Clear();
        Sections.AddRange(sections.Select((s, i) => new TestSection { TestId = Id, Place = i + 1, Tag = s.Tag, Draw = s.Draw, Points = s.Points }));
    }
}

internal sealed class TestSection
{
    public Guid TestId { get; init; }
    public int Place { get; init; }
    public string? Tag { get; init; }
    public int Draw { get; init; }
    public decimal Points { get; init; }
}

internal sealed class TestConfiguration : IEntityTypeConfiguration<Test>
{
    public void Configure(EntityTypeBuilder<Test> b)
    {
        b.ToTable("assessment_tests");
        b.LocalText(x => x.Title);
        b.Property(x => x.Language).HasMaxLength(5);
        b.Ignore(x => x.Plan);
        b.HasIndex(x => x.No).IsUnique();
        b.HasIndex(x => x.SubjectId);
        b.HasMany(x => x.Sections).WithOne().HasForeignKey(x => x.TestId);
    }
}

internal sealed class TestSectionConfiguration : IEntityTypeConfiguration<TestSection>
{
    public void Configure(EntityTypeBuilder<TestSection> b)
    {
        b.ToTable("assessment_test_sections");
        b.HasKey(x => new { x.TestId, x.Place });
        b.Property(x => x.Tag).HasMaxLength(Bank.Item.MaxTag);
        b.Property(x => x.Points).HasPrecision(9, 2);
    }
}
