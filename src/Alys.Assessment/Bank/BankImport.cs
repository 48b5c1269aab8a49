using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alys.Assessment.Bank;

/// <summary>An uploaded question file: what it would do, and once confirmed what it did.</summary>
internal sealed class BankImport : NumberedEntity
{
    public Guid SubjectId { get; init; }
    public required string Language { get; init; }
    public required string FileHash { get; init; }
    public required string FileName { get; init; }
    /// <summary>Given to every item besides its own; separated by commas.</summary>
    public string Tags { get; init; } = "";
    public required string ReportJson { get; set; }
    public Guid? ById { get; init; }
    public DateTime At { get; init; }
    public DateTime? DoneAt { get; set; }

    public ImportReport Report
    {
        get => ImportReport.FromJson(ReportJson);
        set => ReportJson = value.ToJson();
    }

    public IEnumerable<string> TagList => Tags.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}

internal sealed class BankImportConfiguration : IEntityTypeConfiguration<BankImport>
{
    public void Configure(EntityTypeBuilder<BankImport> b)
    {
        b.ToTable("assessment_imports");
        b.Property(x => x.Language).HasMaxLength(5);
        b.Property(x => x.FileHash).HasMaxLength(64);
        b.Property(x => x.FileName).HasMaxLength(200);
        b.Property(x => x.Tags).HasMaxLength(500);
        b.Ignore(x => x.Report);
        b.Ignore(x => x.TagList);
        b.HasIndex(x => x.No).IsUnique();
        b.HasIndex(x => x.SubjectId);
    }
}
