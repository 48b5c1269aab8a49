using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alys.Curriculum;

/// <summary>A subject (discipline) of the curriculum.</summary>
internal sealed class Subject : NumberedEntity, IVersionedRow
{
    public required string Code { get; set; }
    public Guid? ChairId { get; set; }
    public Guid? ProgrammeId { get; set; }
    public required LocalText Name { get; set; }
    public int Credits { get; set; }
    public int RowVersion { get; set; }

    /// <summary>A person sees the subjects for which, or in whose courses, she has the right; whoever has it everywhere sees all.</summary>
    public static readonly Visibility<Subject> Visibility = new(
        new Rule<Subject>("curriculum.subject.all", r => r.Everywhere(CurriculumRights.See) || r.Has(CurriculumRights.See) ? _ => true : null));
}

internal sealed class SubjectConfiguration : IEntityTypeConfiguration<Subject>
{
    public void Configure(EntityTypeBuilder<Subject> b)
    {
        b.ToTable("curriculum_subjects");
        b.HasIndex(x => x.No).IsUnique();
        b.HasIndex(x => x.Code).IsUnique();
        b.Property(x => x.Code).HasMaxLength(60);
        b.LocalText(x => x.Name);
        b.HasOne<Programme>().WithMany().HasForeignKey(x => x.ProgrammeId).OnDelete(DeleteBehavior.Restrict);
    }
}
