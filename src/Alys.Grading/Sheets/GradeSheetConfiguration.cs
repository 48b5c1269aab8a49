using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alys.Grading;

internal sealed class GradeSheetConfiguration : IEntityTypeConfiguration<GradeSheet>
{
    public void Configure(EntityTypeBuilder<GradeSheet> b)
    {
        b.ToTable("grading_sheets");
        b.Ignore(x => x.Scope).Ignore(x => x.Last).Ignore(x => x.Lines);
        b.HasIndex(x => x.No).IsUnique();
        b.HasIndex(x => x.CourseId).IsUnique();
        b.HasMany(x => x.Steps).WithOne().HasForeignKey(s => s.SheetId).OnDelete(DeleteBehavior.Restrict);
        b.HasMany(x => x.AllLines).WithOne().HasForeignKey(l => l.SheetId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SheetStepConfiguration : IEntityTypeConfiguration<SheetStep>
{
    public void Configure(EntityTypeBuilder<SheetStep> b)
    {
        b.ToTable("grading_sheet_steps");
        b.Property(x => x.Reason).HasMaxLength(1000);
        b.HasIndex(x => new { x.SheetId, x.Order }).IsUnique();
    }
}

internal sealed class SheetLineConfiguration : IEntityTypeConfiguration<SheetLine>
{
    public void Configure(EntityTypeBuilder<SheetLine> b)
    {
        b.ToTable("grading_sheet_lines");
        b.Property(x => x.Name).HasMaxLength(400);
        b.Property(x => x.Letter).HasMaxLength(8);
        foreach (var name in new[] { nameof(SheetLine.Rating1), nameof(SheetLine.Rating2), nameof(SheetLine.Admission), nameof(SheetLine.Exam), nameof(SheetLine.Final) })
            b.Property(name).HasPrecision(5, 2);
        b.Property(x => x.Points).HasPrecision(4, 2);
        b.HasIndex(x => new { x.SheetId, x.Version, x.PersonId }).IsUnique();
        b.HasIndex(x => x.PersonId);
    }
}
